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

    /// The latest confirmation of a party.
    package func confirmation(of party: Party) -> Confirmation? {
        confirmations.last { $0.party == party }
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
