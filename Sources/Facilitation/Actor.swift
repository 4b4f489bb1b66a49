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
    package var party: SessionParty? {
        SessionParty(unitID: unitID, externalID: externalID)
    }
}
