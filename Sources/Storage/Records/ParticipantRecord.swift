package import Facilitation

/// Somebody who joined a session. The only place where a participant's name is kept.
package struct ParticipantRecord: Sendable, Hashable {
    package var id: String
    package var sessionID: String
    /// Empty once the name was deleted.
    package var displayName: String
    package var unitID: String?
    package var externalID: String?
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
