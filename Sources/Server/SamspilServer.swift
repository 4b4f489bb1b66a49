import Application
import Conversion
import Facilitation
import Foundation
import HTTPTypes
import Logging
import Planning
import Rooms
import Storage
import Transport

/// The whole server: puts the parts together, runs until it is told to stop, and takes them apart in order.
package enum SamspilServer {
    /// What was read and opened before anything listens.
    private struct Setup {
        let configuration: Configuration
        let definitions: FieldDefinitions
        let agendas: Agendas
        let storage: SQLiteStorage
        let logger: Logger
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Parameters:
    ///   - configuration: checked by the caller.
    ///   - output: gets the lines people and programs wait for, the address and then the sign-in link; the log is
    ///     set up to go there by the caller.
    /// - Throws: `SetupError`, `StorageError`, `TransportError` or `ImportFaults`: each one clear line.
    package static func run(
        _ configuration: Configuration, output: ServerOutput
    ) async throws {
        let base = Setup(
            configuration: configuration,
            definitions: try TemplateFile.definitions(in: configuration.templatesDirectory),
            agendas: try TemplateFile.agendas(in: configuration.templatesDirectory),
            storage: try SQLiteStorage.open(
                path: DataDirectory(configuration.dataDirectory).database, options: configuration.limits.storage),
            logger: Logger(label: "samspil"))
        do {
            try await serve(base, output: output)
        } catch {
            await base.storage.close()
            throw error
        }
        await base.storage.close()
        base.logger.notice("stopped")
    }

    private static func serve(_ base: Setup, output: ServerOutput) async throws {
        let configuration = base.configuration
        let files = try StaticFiles.Content(directory: configuration.webDirectory)
        let handler = RequestHandler(logger: base.logger)
        let transport = try Transport(
            configuration: try transportConfiguration(configuration), handler: handler, logger: base.logger)
        try await importExamples(base)
        let token = try await AdministratorToken.establish(
            configuration.adminToken, in: base.storage, now: WallClock.now)
        let listening =
            "http\(configuration.certificate == nil ? "" : "s")://"
            + "\(Self.bracketed(configuration.host)):\(transport.boundPort)"
        let publicURL = configuration.publicURL ?? listening
        let administrator = try AdministratorLink.announcement(
            made: configuration.adminToken == nil ? token : nil, publicURL: publicURL,
            isTerminal: configuration.isTerminal, dataDirectory: configuration.dataDirectory)

        let components = Task { @ServiceLoop in
            let components = open(
                base, handler: handler, transport: transport, files: files, publicURL: publicURL, output: output)
            output.announcements.say("Samspil is listening on \(listening)")
            output.announcements.say("Administrator: \(administrator)")
            return components
        }
        let signals = try TerminationSignals { _ in
            base.logger.notice("stopping: no new connections, what was taken is saved first")
            transport.shutdown {
                await components.value.exports.stop()
                await components.value.exporter.conversions.stop()
                await components.value.rooms.settle()
                await components.value.calendars.store()
            }
        }
        defer { withExtendedLifetime(signals) {} }
        try await transport.serve()
    }

    private static func transportConfiguration(_ configuration: Configuration) throws -> TransportConfiguration {
        var transport = TransportConfiguration(
            host: configuration.host, port: configuration.port, limits: configuration.limits.transport)
        transport.tls = configuration.certificate.map { .init(certificatePath: $0.chain, keyPath: $0.key) }
        transport.trustedProxies = try configuration.trustedProxies.map { text in
            guard let prefix = AddressPrefix(text) else {
                throw SetupError.malformed(
                    what: "--trusted-proxy", path: text, reason: "it accepts an address or a prefix such as 10.0.0.0/8")
            }
            return prefix
        }
        return transport
    }

    /// An IPv6 address in a URL stands in brackets (RFC 3986 section 3.2.2).
    private static func bracketed(_ host: String) -> String { host.contains(":") ? "[\(host)]" : host }

    private static func importExamples(_ base: Setup) async throws {
        let archive = WeekRepository(
            storage: base.storage, definitions: base.definitions, limits: base.configuration.limits.creation)
        for path in base.configuration.imports {
            let data = try TemplateFile.data(at: path, what: "The interchange document")
            let week = try Week(importing: data, definitions: base.definitions)
            guard try await base.storage.read({ try $0.week(week.id) }) == nil else { continue }
            try await archive.insert(week, now: WallClock.now)
        }
    }

    // MARK: On the loop

    @ServiceLoop
    private static func open(
        _ base: Setup, handler: RequestHandler, transport: Transport, files: StaticFiles.Content,
        publicURL: String, output: ServerOutput
    ) -> ServerComponents {
        let timing = LoopClock(transport)
        let rooms = RoomRegistry(
            storage: base.storage, definitions: base.definitions, timing: timing,
            limits: base.configuration.limits.rooms, logger: base.logger)
        let metrics = Metrics()
        let loopDelay = LoopDelay(timing: timing)
        loopDelay.start()
        rooms.observer = metrics
        let access = AccessControl(
            storage: base.storage, allowedOrigins: origins(publicURL: publicURL, port: transport.boundPort))
        let components = ServerComponents(
            rooms: rooms,
            weeks: WeekRepository(
                storage: base.storage, definitions: base.definitions, limits: base.configuration.limits.creation,
                readingBytes: base.configuration.limits.rooms.weekReadingBytes),
            access: access,
            agendas: base.agendas, metrics: metrics, logger: base.logger, publicURL: publicURL, timing: timing,
            conversions: ConversionRoom(
                limits: base.configuration.limits.conversion, searchPath: base.configuration.programDirectories,
                styleDirectory: base.configuration.templatesDirectory + "/documents"),
            dataDirectory: base.configuration.dataDirectory,
            limits: base.configuration.limits)
        let router = Router(
            routes: components.routes(), access: access, logger: base.logger,
            openBodyBytes: base.configuration.limits.transport.openBodyBytes,
            limits: base.configuration.limits.access)
        let figures = ServerFigures(
            metrics: metrics, rooms: rooms, counters: transport.counters, loopDelay: loopDelay, output: output,
            disk: components.disk)
        handler.open(
            RequestHandler.Backend(
                components: components, router: router, files: StaticFiles(files), figures: { figures.text }))
        components.names.tick()
        components.disk.start()
        tidyRegularly(rooms, components, timing)
        return components
    }

    /// The page's own origins: the public address, and the local ones by name and number when there is none.
    private static func origins(publicURL: String, port: Int) -> Set<String> {
        var origins: Set<String> = [publicURL]
        if publicURL.hasPrefix("http://127.0.0.1") || publicURL.hasPrefix("http://localhost") {
            origins.formUnion(["http://127.0.0.1:\(port)", "http://localhost:\(port)"])
        }
        return origins
    }

    @ServiceLoop
    private static func tidyRegularly(_ rooms: RoomRegistry, _ components: ServerComponents, _ timing: LoopClock) {
        timing.after(.seconds(5)) {
            rooms.tidy()
            components.names.tick()
            Task { @ServiceLoop in
                // A database that cannot be read is said elsewhere; the next round looks again.
                try? await components.registry.review(rooms.storage, now: timing.now)
                await components.calendars.store()
            }
            tidyRegularly(rooms, components, timing)
        }
    }
}
