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

    /// Whether what was confirmed is what the model says now.
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

/// How far the parties of a model have come in agreeing.
package enum AgreementState: String, Sendable, Hashable, Codable, CaseIterable {
    /// A unit that is a party has not confirmed.
    case draft
    /// Every unit stands by what the model says now.
    case confirmed
    /// Every unit has confirmed, at least one of them before the last change.
    case confirmedBeforeChange
}

extension [ModelState] {
    /// The trial actions, signs and milestones whose words are written in one of the models. One that is only referred
    /// to isn't.
    package func writtenEntities(_ definitions: FieldDefinitions) -> [EntityKind: Set<String>] {
        var written: [EntityKind: Set<String>] = [:]
        for field in definitions.fields {
            guard let kind = field.kind.entityKind else { continue }
            let rows = flatMap { $0.model.rows(field.id) }.filter { !$0.cells.isEmpty }
            written[kind, default: []].formUnion(rows.map(\.id))
        }
        return written
    }
}
