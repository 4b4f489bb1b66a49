import Application
import Planning
import Rooms
import Facilitation
import Foundation
import HTTPTypes
import Storage
import Transport

/// A browser's sign-in by a personal link, its end, and the grants of the caller.
@ServiceLoop
struct SignInRoutes: Resource {
    let access: AccessControl
    let storage: any Storage
    let registry: SocketRegistry
    let address: PublicAddress
    let creation: CreationLimits
    let timing: any LoopTiming

    struct Me: Codable {
        struct Grant: Codable {
            let role: Role
            let weekId, sessionId, unitId, externalId, participantId, displayName, function: String?
            /// Milliseconds since 1970.
            let expiresAt: Int64?
        }

        let grants: [Grant]
        /// Where the caller's link is in use; absent for a browser that came in without one.
        var signIns: [SignInView]?
    }

    var routes: [Route] {
        [
            Route(
                .post, "/sign-in", for: .anybody, "Sign in with the token of a personal link.",
                ExchangeDescription(request: Schema.of(SignIn.self), response: Schema.of(Me.self))
            ) { try await self.signIn($0) },
            Route(
                .post, "/sign-out", for: .anybody, "Forget this browser: what it kept opens nothing any more.",
                ExchangeDescription(status: 204)
            ) { try await self.signOut($0, everywhere: false) },
            Route(
                .post, "/sign-out-everywhere", for: .knownPerson,
                "Forget every browser that came in by the caller's link. The link itself goes on holding.",
                ExchangeDescription(status: 204)
            ) { try await self.signOut($0, everywhere: true) },
            Route(
                .get, "/me", for: .anybody, "What this browser or token may do.",
                ExchangeDescription(response: Schema.of(Me.self))
            ) { context in
                try await self.noteUse(of: context.principal)
                return try await .json(self.me(context.principal))
            },
        ]
    }

    private struct SignIn: Decodable, SchemaNaming {
        static let schemaName = "SignInBody"

        let token: String
    }

    /// Answers with the grants and sets the cookie. The link's own token is never put into a cookie.
    private func signIn(_ context: RequestContext) async throws -> Response {
        let token = try context.body(SignIn.self).token
        // No limit before the look-up, and none after it: nobody finds one of 256 bits, at any rate, and a limit would
        // shut out those who hold a right one (`GuessGate`).
        guard let principal = try await access.principal(.bearer(token)) else {
            throw Problem(
                .unauthorized, "unknown-link", "Linket gælder ikke længere. Bed om et nyt.",
                en: "The link is no longer valid. Ask for a new one.")
        }
        let own = try await comeIn(by: principal, context)
        return try await .json(me(own.principal), cookie: Cookie.set(token: own.token, secure: address.isSecure))
    }

    /// Gives the browser a token of its own in the link's name, so that signing out ends what the browser stored and
    /// nothing else, and taking the link back ends every browser.
    private func comeIn(
        by link: Principal, _ context: RequestContext
    ) async throws -> (principal: Principal, token: String) {
        let token = Token.make()
        let (now, most) = (timing.now, creation.browsers)
        let signIn = SignInRecord(
            tokenHash: Token.hash(token), linkHash: link.personHash,
            browser: BrowserName.roughly(context.message.request.headerFields[.userAgent]), firstUsedAt: now,
            lastUsedAt: now)
        try await storage.write { writer in
            let known = try writer.signIns(linkHash: signIn.linkHash)
            // The longest unused make room.
            for old in known.dropFirst(max(0, most - 1)) { try writer.endSignIn(tokenHash: old.tokenHash) }
            try writer.saveSignIn(signIn)
        }
        return (Principal(tokenHash: signIn.tokenHash, linkHash: signIn.linkHash, grants: link.grants), token)
    }

    /// Notes, every ten minutes at most, that a browser that came in by a link is in use.
    private func noteUse(of principal: Principal?) async throws {
        guard let principal, principal.linkHash != nil else { return }
        let now = timing.now
        let signIn = try await storage.read { try $0.signIn(tokenHash: principal.tokenHash) }
        guard var signIn, now - signIn.lastUsedAt >= 600_000 else { return }
        signIn.lastUsedAt = now
        let used = signIn
        try await storage.write { writer in
            // Not one that has been ended meanwhile.
            if try writer.signIn(tokenHash: used.tokenHash) != nil { try writer.saveSignIn(used) }
        }
    }

    /// Ends what the browser stored, closes its connections and clears the cookie, also where the cookie held nothing.
    ///
    /// - Parameter everywhere: ends every browser that came in by the same link; the link itself goes on holding.
    private func signOut(_ context: RequestContext, everywhere: Bool) async throws -> Response {
        if let principal = context.principal {
            let now = timing.now
            // A program's bearer token is its own business: only what a browser stored is ended here.
            var isBrowser = false
            if case .cookie = context.credential { isBrowser = true }
            let endsBrowser = isBrowser
            try await storage.write { writer in
                if everywhere { try writer.endSignIns(linkHash: principal.personHash) }
                guard endsBrowser else { return }
                try writer.endSignIn(tokenHash: principal.tokenHash)
                try Self.endJoined(principal.tokenHash, writer, now)
            }
            registry.signedOut()
            registry.closeAll(tokenHash: principal.tokenHash)
            if everywhere { registry.closeAll(linkHash: principal.personHash) }
        }
        var response = Response.noContent
        response.headerFields.append(HTTPField(name: .setCookie, value: Cookie.clear(secure: address.isSecure)))
        return response
    }

    /// Revokes the grants of this browser in the sessions it joined. A link that an older version stored in the cookie
    /// as it is goes on holding.
    private nonisolated static func endJoined(_ hash: [UInt8], _ writer: any StorageWriter, _ now: Int64) throws {
        let own = try writer.grants(tokenHash: hash).filter { $0.isValid(at: now) }
        let joined = Set(own.filter { $0.participantID != nil }.compactMap(\.sessionID))
        for grant in own where grant.sessionID.map(joined.contains) ?? false {
            try writer.revokeGrant(grant.id, at: now)
        }
    }

    /// The caller's grants with the participant of each; empty for somebody who has none, which is no error: the page
    /// asks this first of all.
    private func me(_ principal: Principal?) async throws -> Me {
        guard let principal else { return Me(grants: []) }
        let grants = principal.grants
        let participants = try await storage.read { reader in
            try grants.map { grant -> ParticipantRecord? in
                guard let sessionID = grant.sessionID, let participantID = grant.participantID else { return nil }
                return try reader.participants(ofSession: sessionID).first { $0.id == participantID }
            }
        }
        var signIns: [SignInView]?
        if let link = principal.linkHash {
            signIns = try await storage.read { try $0.signIns(linkHash: link) }.map {
                SignInView($0, isThis: $0.tokenHash == principal.tokenHash)
            }
        }
        return Me(
            grants: zip(grants, participants).map { grant, participant in
                Me.Grant(
                    role: grant.role, weekId: grant.weekID, sessionId: grant.sessionID,
                    unitId: grant.unitID ?? participant?.unitID, externalId: participant?.externalID,
                    participantId: grant.participantID, displayName: participant?.displayName,
                    function: participant?.function, expiresAt: grant.expiresAt)
            },
            signIns: signIns)
    }
}
