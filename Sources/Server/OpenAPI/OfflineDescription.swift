import Application
import Conversion
import Logging
package import Planning
import Rooms
import Storage
import Transport

extension OpenAPIDocument {
    /// The description of a server that serves nobody: with an empty database in memory, and with the loop, on a port of
    /// this machine that nobody is told of, for as long as it takes.
    ///
    /// - Parameter directory: of the field definitions and the agendas, which the description says the shape of.
    /// - Throws: `SetupError`, `StorageError` or `TransportError`.
    package static func make(templates directory: String) async throws -> JSONValue {
        let (definitions, agendas) =
            (try TemplateFile.definitions(in: directory), try TemplateFile.agendas(in: directory))
        let logger = Logger(label: "samspil", factory: { _ in SwiftLogNoOpLogHandler() })
        let storage = try SQLiteStorage.inMemory()
        let transport = try Transport(
            configuration: TransportConfiguration(host: "127.0.0.1", port: 0), handler: RequestHandler(logger: logger),
            logger: logger)
        async let ended: Void = transport.serve()
        let document = await Task { @ServiceLoop in
            let timing = LoopClock(transport)
            let rooms = RoomRegistry(storage: storage, definitions: definitions, timing: timing, logger: logger)
            let components = ServerComponents(
                rooms: rooms, weeks: WeekRepository(storage: storage, definitions: definitions),
                access: AccessControl(storage: storage, allowedOrigins: []), agendas: agendas, metrics: Metrics(),
                logger: logger, publicURL: "http://localhost", timing: timing,
                conversions: ConversionRoom(limits: ConversionLimits(), searchPath: [], styleDirectory: ""))
            return OpenAPIDocument.make(for: components.routes())
        }.value
        transport.shutdown(grace: .milliseconds(10))
        try await ended
        await storage.close()
        return document
    }
}
