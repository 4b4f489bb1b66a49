import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// The grants of a session, personal links and participants alike, and revoking them.
@ServiceLoop
struct GrantRoutes: Resource {
    let rooms: RoomRegistry
    let storage: any Storage
    let registry: SocketRegistry
    let timing: any LoopTiming

    private struct Grant: Codable, SchemaNaming {
        static let schemaName = "SessionGrant"

        let id: Int64
        let role: Role
        /// The caller's own.
        let isOwn: Bool
        let unitId, participantId, displayName: String?
        /// Milliseconds since 1970.
        let createdAt: Int64
        let expiresAt: Int64?
        /// Where a personal link is in use, the last used first; absent for who joined with the code.
        let signIns: [SignInView]?
    }

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/grants", for: .session(.facilitators),
                "Who has been let into a session and still is; for the administrator, also who leads a unit of its week.",
                ExchangeDescription(response: Schema.of([Grant].self))
            ) { try await self.grants($0) },
            Route(
                .delete, "/sessions/{sessionId}/grants/{grantId}/sign-ins", for: .session(.facilitators),
                "Sign a personal link out everywhere: every browser that came in by it. The link goes on holding.",
                ExchangeDescription(status: 204)
            ) { try await self.signOutEverywhere($0) },
            Route(
                .delete, "/sessions/{sessionId}/grants/{grantId}", for: .session(.facilitators),
                "Take it back: the token holds there no more, and its connections are closed.",
                ExchangeDescription(status: 204)
            ) { try await self.revoke($0) },
        ]
    }

    /// Lists grants that hold, with where each link is in use: the one who made a link can see that it was passed on.
    private func grants(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let principal = try context.requirePrincipal()
        let now = timing.now
        let grants = try await storage.read { reader in
            try reader.grants(ofSession: room.id, inWeek: room.weekID)
                .filter { principal.mayManage($0, inSession: room.id) && $0.isValid(at: now) }
                .map { try ($0, $0.participantID == nil ? reader.signIns(linkHash: $0.tokenHash) : nil) }
        }
        return try .json(
            grants.map { grant, signIns in
                Grant(
                    id: grant.id, role: grant.role, isOwn: principal.holds(grant), unitId: grant.unitID,
                    participantId: grant.participantID,
                    displayName: room.participants.first { $0.id == grant.participantID }?.displayName,
                    createdAt: grant.createdAt, expiresAt: grant.expiresAt,
                    signIns: signIns?.map { SignInView($0, isThis: $0.tokenHash == principal.tokenHash) })
            })
    }

    /// The link itself is left: its holder comes in again, somebody who only copied a browser's cookie does not.
    private func signOutEverywhere(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let (id, now, principal) = try (context.parameter(.grant), timing.now, context.requirePrincipal())
        let link = try await storage.write { writer in
            let known = try writer.grants(ofSession: room.id, inWeek: room.weekID)
            guard let grant = known.first(where: { $0.id == id && $0.isValid(at: now) }),
                principal.mayManage(grant, inSession: room.id)
            else { throw Problem.notFound }
            try writer.endSignIns(linkHash: grant.tokenHash)
            return grant.tokenHash
        }
        // Before the connections: one that is being admitted right now would otherwise slip in after them.
        registry.signedOut()
        registry.closeAll(linkHash: link)
        return .noContent
    }

    /// Revokes a grant and closes the connections that came in by it. One 404 for a grant that is unknown, belongs
    /// elsewhere or was revoked before.
    private func revoke(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let (id, now, principal) = try (context.parameter(.grant), timing.now, context.requirePrincipal())
        let grant = try await storage.write { writer in
            let known = try writer.grants(ofSession: room.id, inWeek: room.weekID)
                .filter { principal.mayManage($0, inSession: room.id) }
            guard let grant = known.first(where: { $0.id == id && $0.isValid(at: now) }) else { throw Problem.notFound }
            try writer.revokeGrant(grant.id, at: now)
            return grant
        }
        // A session has a bounded number of places: this one is free for somebody else.
        if let participant = grant.participantID { room.giveBack(participant) }
        try await registry.revoked(tokenHash: grant.tokenHash, in: storage, now: now)
        return .noContent
    }
}
