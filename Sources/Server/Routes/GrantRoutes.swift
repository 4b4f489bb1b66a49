import Facilitation
import Foundation
import HTTPTypes
import Rooms
import Storage
import Transport

/// What was given to whom in a session, and taking it back.
extension Services {
    private struct Grant: Encodable {
        let id: Int64
        let role: Role
        /// The caller's own.
        let isOwn: Bool
        let unitId, participantId, displayName: String?
        /// Milliseconds since 1970.
        let createdAt: Int64
        let expiresAt: Int64?
    }

    func grantRoutes() -> [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/grants", for: .session(.facilitators),
                "Who has been let into a session and still is; for the administrator, also who leads a unit of its week.",
                ExchangeDescription(
                    response: Schema.array(
                        of: Schema.object(
                            [
                                "id": Schema.integer, "role": Schema.string, "isOwn": Schema.boolean,
                                "createdAt": Schema.integer,
                            ],
                            optional: [
                                "unitId": Schema.string, "participantId": Schema.string, "displayName": Schema.string,
                                "expiresAt": Schema.integer,
                            ])))
            ) { try await self.grants($0) },
            Route(
                .delete, "/sessions/{sessionId}/grants/{grantId}", for: .session(.facilitators),
                "Take it back: the token holds there no more, and its connections are closed.",
                ExchangeDescription(status: 204)
            ) { try await self.revoke($0) },
        ]
    }

    private func grants(_ context: RequestContext) async throws -> Response {
        let room = try await session(context)
        let principal = try context.requirePrincipal()
        let (now, own) = (timing.now, principal.tokenHash)
        let grants = try await storage.read { try $0.grants(ofSession: room.id, inWeek: room.weekID) }
            .filter { principal.mayManage($0, inSession: room.id) }
        return try .json(
            grants.filter { $0.isValid(at: now) }.map { grant in
                Grant(
                    id: grant.id, role: grant.role, isOwn: grant.tokenHash == own, unitId: grant.unitID,
                    participantId: grant.participantID,
                    displayName: room.participants.first { $0.id == grant.participantID }?.displayName,
                    createdAt: grant.createdAt, expiresAt: grant.expiresAt)
            })
    }

    /// One answer for what is unknown, belongs elsewhere or was taken back before.
    private func revoke(_ context: RequestContext) async throws -> Response {
        let room = try await session(context)
        let (id, now, principal) = (Int64(context.parameter("grantId")), timing.now, try context.requirePrincipal())
        let grant = try await storage.write { writer in
            let known = try writer.grants(ofSession: room.id, inWeek: room.weekID)
                .filter { principal.mayManage($0, inSession: room.id) }
            guard let grant = known.first(where: { $0.id == id && $0.isValid(at: now) }) else { throw Problem.notFound }
            try writer.revokeGrant(grant.id, at: now)
            return grant
        }
        if let participant = grant.participantID { room.giveBack(participant) }
        try await registry.revoked(tokenHash: grant.tokenHash, in: storage, now: now)
        return .noContent
    }
}
