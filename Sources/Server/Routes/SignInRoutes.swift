import Rooms
import Facilitation
import Foundation
import HTTPTypes
import Storage
import Transport

/// Who the browser is: signing in by a personal link, and what it may do.
extension Services {
    struct Me: Encodable {
        struct Grant: Encodable {
            let role: Role
            let weekId, sessionId, unitId, externalId, participantId, displayName, function: String?
        }

        let grants: [Grant]
    }

    func signInRoutes() -> [Route] {
        [
            Route(
                .post, "/sign-in", for: .anybody, "Sign in with the token of a personal link.",
                ExchangeDescription(request: Schema.object(["token": Schema.string]), response: Schema.me)
            ) { try await self.signIn($0) },
            Route(.post, "/sign-out", for: .anybody, "Forget this browser.", ExchangeDescription(status: 204)) {
                context in
                if let principal = context.principal { self.registry.closeAll(tokenHash: principal.tokenHash) }
                var response = Response.noContent
                response.headerFields.append(
                    HTTPField(name: .setCookie, value: Cookie.clear(secure: self.isSecure)))
                return response
            },
            Route(
                .get, "/me", for: .anybody, "What this browser or token may do.",
                ExchangeDescription(response: Schema.me)
            ) { try .json(await self.me($0.principal)) },
        ]
    }

    private struct SignIn: Decodable {
        let token: String
    }

    private func signIn(_ context: RequestContext) async throws -> Response {
        let token = try context.body(SignIn.self).token
        // No limit before the look-up, and none after it: nobody finds one of 256 bits, at any rate, and a limit would
        // shut out those who hold a right one (`GuessGate`).
        guard let principal = try await access.principal(.bearer(token)) else {
            throw Problem(
                .unauthorized, "unknown-link", "Linket gælder ikke længere. Bed om et nyt.",
                en: "The link is no longer valid. Ask for a new one.")
        }
        return try .json(await me(principal), cookie: Cookie.set(token: token, secure: isSecure))
    }

    private func me(_ principal: Principal?) async throws -> Me {
        guard let principal else { return Me(grants: []) }
        let grants = principal.grants
        let participants = try await storage.read { reader in
            try grants.map { grant -> ParticipantRecord? in
                guard let sessionID = grant.sessionID, let participantID = grant.participantID else { return nil }
                return try reader.participants(ofSession: sessionID).first { $0.id == participantID }
            }
        }
        return Me(
            grants: zip(grants, participants).map { grant, participant in
                Me.Grant(
                    role: grant.role, weekId: grant.weekID, sessionId: grant.sessionID,
                    unitId: grant.unitID ?? participant?.unitID, externalId: participant?.externalID,
                    participantId: grant.participantID, displayName: participant?.displayName,
                    function: participant?.function)
            })
    }
}
