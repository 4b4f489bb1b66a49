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
