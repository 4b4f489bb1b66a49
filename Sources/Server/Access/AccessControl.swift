import Application
import Facilitation
package import HTTPTypes
package import Storage
package import Transport

/// The one place where it is decided who may do what over HTTP and at the WebSocket handshake.
///
/// Commands inside a session are decided by `Facilitation`'s own table, writes to a document by the room.
@ServiceLoop
package final class AccessControl {
    private let storage: any Storage
    private let allowedOrigins: Set<String>
    /// Hashes of tokens that held when they were looked up last.
    /// A hint only: what a token may do is read from the database at each request.
    private var seenHashes: Set<[UInt8]> = []
    /// Everybody of thirty sessions with 3,000 people each would be fewer; some 10 MB.
    private static let seenHashesKept = 100_000

    /// - Parameter allowedOrigins: the origins (RFC 6454, as browsers send them) the page itself is served from.
    package init(storage: any Storage, allowedOrigins: Set<String>) {
        self.storage = storage
        self.allowedOrigins = allowedOrigins
    }

    // MARK: Authentication

    /// Where a request's token comes from. A cookie is sent by the browser by itself, so it counts only together
    /// with the page's own origin.
    package enum Credential: Sendable {
        case bearer(String)
        case cookie(String)

        /// The token itself, wherever it stood. Never logged and never stored: only ``Token/hash(_:)`` of it is.
        var token: String {
            switch self {
            case .bearer(let token), .cookie(let token): token
            }
        }
    }

    /// The credential of a request; the query's `token`, which Yjs clients use, only where it is allowed.
    package nonisolated func credential(of fields: HTTPFields, queryToken: String? = nil) -> Credential? {
        if let queryToken { return .bearer(queryToken) }
        if let authorization = fields[.authorization] {
            let parts = authorization.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return .bearer(String(parts[1]))
        }
        return Cookie.token(in: fields).map(Credential.cookie)
    }

    /// Whether a request that changes something, or opens a WebSocket, comes from our own page. Programs with a
    /// bearer token have no origin to compare.
    package nonisolated func isFromOwnPage(_ credential: Credential?, fields: HTTPFields) -> Bool {
        switch credential {
        case .bearer: return true
        case .cookie:
            guard let origin = fields[.origin] else { return false }
            return allowedOrigins.contains(origin)
        case nil:
            // Without a credential there is nothing to abuse, but a foreign page has no business here either.
            guard let origin = fields[.origin] else { return true }
            return allowedOrigins.contains(origin)
        }
    }

    /// Looks a credential up in the database. `nil` when the token is unknown, expired or revoked.
    ///
    /// One read for every request and handshake, without a cache: what was taken back a moment ago holds no more.
    ///
    /// - Throws: `StorageError`.
    package func principal(_ credential: Credential?) async throws -> Principal? {
        let token: String
        switch credential {
        case .bearer(let value), .cookie(let value): token = value
        case nil: return nil
        }
        // Ours have 43 characters, a configured one up to 256: hashing megabytes would be work for nothing.
        guard token.utf8.count <= 256 else { return nil }
        let hash = Token.hash(token)
        let now = WallClock.now
        let principal = try await storage.read { try Principal.find(hash, in: $0, at: now) }
        note(hash, holds: principal != nil)
        return principal
    }

    /// The hash of a credential's token, if it held when it was looked up last: a hint for what cannot wait for the
    /// database, such as how much may be sent. It opens nothing.
    func seen(_ credential: Credential) -> [UInt8]? {
        let hash =
            switch credential {
            case .bearer(let token), .cookie(let token): Token.hash(String(token.prefix(256)))
            }
        return seenHashes.contains(hash) ? hash : nil
    }

    /// Remembers for ``seen(_:)`` whether a hash held.
    private func note(_ hash: [UInt8], holds: Bool) {
        guard holds else { seenHashes.remove(hash); return }
        // Any of them may be forgotten: it is noted anew at its next request.
        if seenHashes.count >= Self.seenHashesKept, let one = seenHashes.first { seenHashes.remove(one) }
        seenHashes.insert(hash)
    }

    // MARK: Authorisation

    /// Checks a route's requirement. A stranger to a thing gets the answer that it does not exist, so that identifiers
    /// can't be tried out; only somebody who has a role there learns that another role is needed.
    ///
    /// - Parameter parameters: of the path, by the names that ``Requirement/parameters`` lists.
    /// - Throws: `Problem` 401, 403 or 404; `StorageError`.
    package func check(
        _ requirement: Requirement, principal: Principal?, parameters: [String: String]
    ) async throws {
        if case .anybody = requirement { return }
        guard let principal else { throw Problem.unauthorized }
        switch requirement {
        case .anybody, .knownPerson: return
        // 404 here too: that there is an administrator's route is nothing to anybody else.
        case .administrator:
            guard principal.isAdministrator else { throw Problem.notFound }
        case .week(let roles):
            let weekID = try parameters.require(.week)
            guard try await storage.read({ try $0.week(weekID) }) != nil,
                !principal.roles(inWeek: weekID).isDisjoint(with: roles)
            else { throw Problem.notFound }
        case .session(let roles):
            try await requireRole(roles, of: principal, inSession: parameters.require(.session))
        case .model(let roles):
            let modelID = try parameters.require(.model)
            guard let model = try await storage.read({ try $0.model(modelID) }) else { throw Problem.notFound }
            try requireRole(roles, of: principal, inSession: model.sessionID, ofWeek: model.weekID)
        case .confirmation:
            let modelID = try parameters.require(.model)
            guard let model = try await storage.read({ try $0.model(modelID) }) else { throw Problem.notFound }
            guard try !principal.leads(unit: parameters.require(.party), inWeek: model.weekID) else { return }
            try requireRole(.workers, of: principal, inSession: model.sessionID, ofWeek: model.weekID)
        case .goalPlan:
            let (weekID, unitID) = try (parameters.require(.week), parameters.require(.unit))
            guard try await storage.read({ try $0.week(weekID) }) != nil,
                mayReadGoalPlan(principal, unitID: unitID, weekID: weekID)
            else { throw Problem.notFound }
        }
    }

    /// The week is part of the question: a facilitator's or an observer's grant may be for all sessions of it.
    private func requireRole(_ roles: Set<Role>, of principal: Principal, inSession sessionID: String) async throws {
        guard let session = try await storage.read({ try $0.session(sessionID) }) else { throw Problem.notFound }
        try requireRole(roles, of: principal, inSession: sessionID, ofWeek: session.weekID)
    }

    /// - Throws: `Problem` 404 for a stranger to the session, 403 for somebody whose role there is another.
    private func requireRole(
        _ roles: Set<Role>, of principal: Principal, inSession sessionID: String, ofWeek weekID: String
    ) throws {
        guard let role = principal.role(inSession: sessionID, ofWeek: weekID) else { throw Problem.notFound }
        guard roles.contains(role) else {
            if roles == [.administrator] {
                throw Problem(
                    .forbidden, "role", "Det kan kun administratoren gøre.", en: "Only the administrator can do that.")
            }
            throw Problem(
                .forbidden, "role", "Det kan kun en facilitator gøre.", en: "Only a facilitator can do that.")
        }
    }

    /// The unit's leader, and the administrator. A participant chooses the unit at the door without proof, so having
    /// joined for a unit opens no plan.
    func mayReadGoalPlan(_ principal: Principal, unitID: String, weekID: String) -> Bool {
        principal.isAdministrator || principal.leads(unit: unitID, inWeek: weekID)
    }
}
