package import Planning

/// Who sends a command: a role, and whom they speak for. Made by the server from a verified grant, never from
/// what a client says about itself.
package struct Actor: Sendable, Hashable {
    package var role: Role
    /// The participant record, when this person joined the session.
    package var participantID: String?
    package var unitID: String?
    package var externalID: String?
    /// What this person does in the unit ("Skoleleder"); stands beside a confirmation instead of a name.
    package var function: String?

    package init(
        role: Role, participantID: String? = nil, unitID: String? = nil, externalID: String? = nil,
        function: String? = nil
    ) {
        self.role = role
        self.participantID = participantID
        self.unitID = unitID
        self.externalID = externalID
        self.function = function
    }

    /// The unit or external party this person speaks for; nil when they speak for none.
    package var party: Party? {
        Party(unitId: unitID, externalId: externalID)
    }
}

/// What somebody may do in a session. The raw value is the word on the wire and in the database.
package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// Sets the installation up and makes weeks; may do whatever a facilitator may.
    case administrator
    /// Leads a session: phases, time, locks, models.
    case facilitator
    /// Takes part for a unit or an external party: writes, chooses level, confirms for its own.
    case participant
    /// Reads along.
    case observer
    /// Reads the goal-plan draft of its unit; has no say in a session.
    case leader

    /// Whether this role leads sessions.
    package var leadsSessions: Bool {
        self == .administrator || self == .facilitator
    }
}
