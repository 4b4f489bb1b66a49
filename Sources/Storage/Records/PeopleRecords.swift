package import Facilitation

/// Somebody who joined a session. The only place where a participant's name is kept.
package struct ParticipantRecord: Sendable, Hashable {
    /// Made by the server, and what events name people by.
    package var id: String
    package var sessionID: String
    /// Empty once the name was deleted.
    package var displayName: String
    /// The unit somebody joined for; nil for an external party, which `externalID` names.
    package var unitID: String?
    package var externalID: String?
    /// What somebody does at work, in their own words; it stays when the name is deleted.
    package var function: String
    package var role: Role
    /// Milliseconds since 1970.
    package var joinedAt: Int64

    package init(
        id: String, sessionID: String, displayName: String, unitID: String? = nil, externalID: String? = nil,
        function: String, role: Role = .participant, joinedAt: Int64
    ) {
        self.id = id
        self.sessionID = sessionID
        self.displayName = displayName
        self.unitID = unitID
        self.externalID = externalID
        self.function = function
        self.role = role
        self.joinedAt = joinedAt
    }
}

/// What the holder of a token may do. A token has one or more.
package struct GrantRecord: Sendable, Hashable {
    /// Given by the database.
    package var id: Int64
    /// SHA-256 of the token, 32 bytes. The token itself is stored nowhere.
    package var tokenHash: [UInt8]
    /// What the holder may do within the next four.
    /// What the holder may do within the next four.
    package var role: Role
    /// What the role holds for: one of these, or everything when all are nil.
    /// With `unitID` the row's key.
    package var weekID: String?
    package var sessionID: String?
    package var unitID: String?
    package var participantID: String?
    /// Milliseconds since 1970, as the next two.
    package var createdAt: Int64
    /// nil: never.
    package var expiresAt: Int64?
    /// nil: not taken back. Revoked and expired grants stay in the table.
    package var revokedAt: Int64?

    package init(
        id: Int64 = 0, tokenHash: [UInt8], role: Role, weekID: String? = nil, sessionID: String? = nil,
        unitID: String? = nil, participantID: String? = nil, createdAt: Int64, expiresAt: Int64? = nil,
        revokedAt: Int64? = nil
    ) {
        self.id = id
        self.tokenHash = tokenHash
        self.role = role
        self.weekID = weekID
        self.sessionID = sessionID
        self.unitID = unitID
        self.participantID = participantID
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    /// Whether it is neither revoked nor expired at `now`.
    package func isValid(at now: Int64) -> Bool {
        revokedAt == nil && (expiresAt.map { now < $0 } ?? true)
    }
}

/// A browser that came in by a personal link. It keeps a token of its own, which holds what the link holds for as long as
/// the link does, and can be ended without it.
package struct SignInRecord: Sendable, Hashable {
    /// SHA-256 of the token that the browser keeps.
    package var tokenHash: [UInt8]
    /// SHA-256 of the link's token.
    package var linkHash: [UInt8]
    /// Roughly which, such as `Firefox, Windows`, so that people know it again; empty where it did not say. No address.
    package var browser: String
    /// Milliseconds since 1970, as the next.
    package var firstUsedAt: Int64
    /// Not of each request: whoever reads it decides when it is worth a write.
    package var lastUsedAt: Int64

    package init(tokenHash: [UInt8], linkHash: [UInt8], browser: String, firstUsedAt: Int64, lastUsedAt: Int64) {
        self.tokenHash = tokenHash
        self.linkHash = linkHash
        self.browser = browser
        self.firstUsedAt = firstUsedAt
        self.lastUsedAt = lastUsedAt
    }
}

/// A facilitator asked the administrator for a link to a unit's leader. One a unit and week.
package struct LeaderRequestRecord: Sendable, Hashable {
    package var weekID: String
    package var unitID: String
    /// Where it was asked.
    package var sessionID: String
    /// Milliseconds since 1970.
    package var askedAt: Int64

    package init(weekID: String, unitID: String, sessionID: String, askedAt: Int64) {
        self.weekID = weekID
        self.unitID = unitID
        self.sessionID = sessionID
        self.askedAt = askedAt
    }
}
