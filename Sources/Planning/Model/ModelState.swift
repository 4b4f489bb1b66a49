/// A collaboration model as it stands now: what is written, and what was decided about it.
package struct ModelState: Sendable, Hashable {
    package let model: CollaborationModel
    package let sessionId: String?
    package let confirmations: [Confirmation]
    /// The version of `model`'s content: SHA-256 of ``CollaborationModel/canonicalContent(_:)`` in hexadecimal.
    package let contentVersion: String
    package let isLocked: Bool

    package init(
        model: CollaborationModel, sessionId: String?, confirmations: [Confirmation], contentVersion: String,
        isLocked: Bool = false
    ) {
        self.model = model
        self.sessionId = sessionId
        self.confirmations = confirmations
        self.contentVersion = contentVersion
        self.isLocked = isLocked
    }

    package func state(of confirmation: Confirmation) -> ConfirmationState {
        confirmation.state(against: contentVersion)
    }

    /// The confirmations a party stands by: those of the present content, or else, where it has none, the older ones.
    /// A party may confirm more than once: an employee at the session, the leader a week later.
    package func standingConfirmations(of party: Party) -> [Confirmation] {
        let all = confirmations.filter { $0.party == party }
        let current = all.filter { state(of: $0) == .current }
        return current.isEmpty ? all : current
    }

    /// The latest confirmation that the party stands by.
    package func confirmation(of party: Party) -> Confirmation? {
        standingConfirmations(of: party).last
    }

    /// The units that are parties and haven't confirmed any version, in the order they stand.
    package var unconfirmedUnitIds: [String] {
        model.unitIds.filter { confirmation(of: .unit($0)) == nil }
    }

    package var agreement: AgreementState {
        guard !model.unitIds.isEmpty, unconfirmedUnitIds.isEmpty else { return .draft }
        let isCurrent = model.unitIds.allSatisfy { id in
            confirmation(of: .unit(id)).map { state(of: $0) == .current } ?? false
        }
        return isCurrent ? .confirmed : .confirmedBeforeChange
    }
}
