import Conversion
import Facilitation
import Foundation
import HTTPTypes
import Logging
import Planning
import Rooms
import Storage
import TestLoop
import Testing
import Transport

@testable import Application
@testable import Server

/// The whole server without a socket: requests in, answers out. Holds the example week when asked to.
@ServiceLoop
final class ServerBench {
    struct Answer {
        let status: Int
        let fields: HTTPFields
        let body: [UInt8]

        var json: JSONValue? { try? JSONValue.parse(Data(body)) }
        var cookie: String? { fields[.setCookie] }
    }

    nonisolated static let origin = "https://samspil.example.dk"

    let storage: SQLiteStorage
    let timing = HandTiming()
    let components: ServerComponents
    let router: Router
    private(set) var weekID = ""

    private init() throws {
        let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
        storage = try SQLiteStorage.inMemory()
        let definitions = try Example.definitions()
        let rooms = RoomRegistry(storage: storage, definitions: definitions, timing: timing, logger: logger)
        let access = AccessControl(storage: storage, allowedOrigins: [Self.origin])
        components = ServerComponents(
            rooms: rooms, weeks: WeekRepository(storage: storage, definitions: definitions), access: access,
            agendas: try Example.agendas(), metrics: Metrics(), logger: logger, publicURL: Self.origin, timing: timing,
            conversions: ConversionRoom(limits: ConversionLimits(), searchPath: [], styleDirectory: ""))
        router = Router(routes: components.routes(), access: access, logger: logger)
    }

    static func empty() throws -> ServerBench { try ServerBench() }

    static func withExample() async throws -> ServerBench {
        let bench = try ServerBench()
        let week = try Example.week()
        bench.weekID = week.id
        try await bench.components.weeks.insert(week, now: 1)
        return bench
    }

    /// A token with one grant. `week` and `session` default to none.
    func token(
        _ role: Role, week: String? = nil, session: String? = nil, unit: String? = nil, expiresAt: Int64? = nil,
        isRevoked: Bool = false
    ) async throws -> String {
        let token = Token.make()
        let grant = GrantRecord(
            tokenHash: Token.hash(token), role: role, weekID: week, sessionID: session, unitID: unit, createdAt: 1,
            expiresAt: expiresAt, revokedAt: isRevoked ? 2 : nil)
        try await storage.write { writer in
            let id = try writer.insertGrant(grant)
            if isRevoked { try writer.revokeGrant(id, at: 2) }
        }
        return token
    }

    func send(
        _ method: HTTPRequest.Method, _ target: String, token: String? = nil, cookie: String? = nil,
        origin: String? = nil, accept: String? = nil, tag: String? = nil, body: String = "", ifMatch: String? = nil,
        from address: String = "192.0.2.1"
    ) async throws -> Answer {
        var fields: HTTPFields = [:]
        fields[.authorization] = token.map { "Bearer \($0)" }
        fields[.cookie] = cookie.map { "samspil=\($0)" }
        fields[.origin] = origin
        fields[.accept] = accept
        fields[.ifMatch] = ifMatch ?? tag.map { "\"\($0)\"" }
        let message = HTTPRequestMessage(
            request: HTTPRequest(
                method: method, scheme: "http", authority: "t", path: "/api/v1" + target, headerFields: fields),
            body: Array(body.utf8), remoteAddress: address)
        let path = try #require(RequestTarget(target))
        let response = await router.respond(to: message, segments: path.segments, query: path.query)
        return Answer(status: response.status.code, fields: response.headerFields, body: response.body)
    }

    func joinCode(of session: String) async throws -> String {
        try #require(try await storage.read { try $0.session(session)?.joinCode })
    }
}
