package import Facilitation

/// What the holder of a token may do. A token has one or more.
package struct GrantRecord: Sendable, Hashable {
    /// Given by the database.
    package var id: Int64
    /// SHA-256 of the token, 32 bytes. The token itself is stored nowhere.
    package var tokenHash: [UInt8]
    package var role: Role
    /// What the role holds for: one of these, or everything when all are nil.
    package var weekID: String?
    package var sessionID: String?
    package var unitID: String?
    package var participantID: String?
    /// Milliseconds since 1970, as the next two.
    package var createdAt: Int64
    /// nil: never.
    package var expiresAt: Int64?
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
