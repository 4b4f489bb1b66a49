import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Facilitators' requests for a link to a unit's leader. Only the administrator makes such links, since with one the
/// unit's plan is finished and shown to citizens; making it answers the request.
@ServiceLoop
struct LeaderRequestRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let timing: any LoopTiming

    private struct Asked: Codable, SchemaNaming {
        static let schemaName = "LeaderRequest"

        let unitId, unitName, sessionId, sessionTitle: String
        /// Milliseconds since 1970.
        let askedAt: Int64
    }

    private struct RequestBody: Decodable, SchemaNaming {
        static let schemaName = "LeaderRequestBody"

        let unitId: String
    }

    var routes: [Route] {
        [
            Route(
                .post, "/sessions/{sessionId}/leader-requests", for: .session(.facilitators),
                "Ask the administrator for a link to a unit's leader. Asked twice, it is one request.",
                ExchangeDescription(request: Schema.of(RequestBody.self), status: 204)
            ) { try await self.askForLeaderLink($0) },
            Route(
                .get, "/weeks/{weekId}/leader-requests", for: .week([.administrator]),
                "The units that facilitators ask leader links for.",
                ExchangeDescription(response: Schema.of([Asked].self))
            ) { try await self.leaderRequests($0) },
            Route(
                .delete, "/weeks/{weekId}/leader-requests/{unitId}", for: .week([.administrator]),
                "Say no to a request. Making a link to the unit's leader answers it too.",
                ExchangeDescription(status: 204)
            ) { context in
                let (weekID, unitID) = try (context.parameter(.week), context.parameter(.unit))
                let removed = try await storage.write {
                    try $0.removeLeaderRequest(weekID: weekID, unitID: unitID)
                }
                guard removed > 0 else { throw Problem.notFound }
                return .noContent
            },
        ]
    }

    /// Stores the request. At most one for each of the week's units, so their number is bounded.
    private func askForLeaderLink(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let unit = try context.body(RequestBody.self).unitId
        guard try await weeks.outline(room.weekID).unit(unit) != nil else {
            throw Problem.unprocessable("$.unitId", "Vælg en af ugens enheder.", en: "Choose one of the week's units.")
        }
        let request = LeaderRequestRecord(
            weekID: room.weekID, unitID: unit, sessionID: room.id, askedAt: timing.now)
        try await storage.write { try $0.insertLeaderRequest(request) }
        return .noContent
    }

    /// With the names of units and sessions, so that the page needs no other answer to show the list.
    private func leaderRequests(_ context: RequestContext) async throws -> Response {
        let week = try await weeks.outline(context.parameter(.week))
        let requests = try await storage.read { try $0.leaderRequests(ofWeek: week.id) }
        return try .json(
            requests.map { request in
                Asked(
                    unitId: request.unitID, unitName: week.name(of: .unit(request.unitID)),
                    sessionId: request.sessionID, sessionTitle: week.session(request.sessionID)?.title ?? "",
                    askedAt: request.askedAt)
            })
    }
}
