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
