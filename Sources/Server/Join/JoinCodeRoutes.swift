import Application
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// A new code for a session whose old one has gone too far, or no longer holds.
@ServiceLoop
struct JoinCodeRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let creation: CreationLimits
    let address: PublicAddress
    let timing: any LoopTiming

    private struct Renewed: Codable, SchemaNaming {
        static let schemaName = "RenewedJoinCode"

        let joinCode, joinUrl: String
        /// Milliseconds since 1970.
        let joinCodeExpiresAt: Int64
    }

    var routes: [Route] {
        [
            Route(
                .post, "/sessions/{sessionId}/join-code", for: .session(.facilitators),
                "Make a new join code. The old one lets nobody in any more; who is in stays in.",
                ExchangeDescription(response: Schema.of(Renewed.self))
            ) { try await self.renewJoinCode($0) }
        ]
    }

    /// Written at once; the room's own record is not asked for codes, so an open room need not hear of it.
    private func renewJoinCode(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let day = try await weeks.outline(room.weekID).session(room.id)?.date
        let (code, ends) = (JoinCode.make(), creation.joinCodeEnds(day: day, now: timing.now))
        try await storage.write { writer in
            guard var record = try writer.session(room.id) else { throw Problem.notFound }
            record.joinCode = code
            record.joinCodeExpiresAt = ends
            try writer.updateSession(record)
        }
        return try .json(Renewed(joinCode: code, joinUrl: address.joinURL(code), joinCodeExpiresAt: ends))
    }
}
