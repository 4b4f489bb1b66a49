/// What one connection may do with a document, decided at the handshake and checked at every message.
package struct DocumentAccess: Sendable {
    /// Whether updates from the connection reach the engine. A locked document refuses them all the same.
    package var canWrite: Bool
    /// Whether the connection asked for `saved` (`&saved=1`).
    package var wantsSaved: Bool
    /// Whether the connection asked for `acknowledged` (`&acknowledge=1`).
    package var wantsAcknowledged: Bool

    /// Who is behind the connection: equal for all connections of one token. `nil`: not known to be anybody's.
    package var person: [UInt8]?

    /// The unit or other party the person writes for; `nil` when for none.
    package var party: String?

    /// Who the others are told the person is; `nil` leaves that to what the connection says.
    package var presented: PresentedPerson?

    /// What the person may still use up; `nil` gives the connection a budget of its own.
    package var budget: PersonBudget?

    package init(
        canWrite: Bool, wantsSaved: Bool = false, wantsAcknowledged: Bool = false, person: [UInt8]? = nil,
        party: String? = nil, presented: PresentedPerson? = nil, budget: PersonBudget? = nil
    ) {
        self.canWrite = canWrite
        self.wantsSaved = wantsSaved
        self.wantsAcknowledged = wantsAcknowledged
        self.person = person
        self.party = party
        self.presented = presented
        self.budget = budget
    }
}
