package import Facilitation
package import Planning
import Storage

/// What the pages show of a model beside its text: what is decided, and what its content means for that.
package struct ModelSummary: Codable, Sendable, Hashable {
    package struct PartyConfirmation: Codable, Sendable, Hashable {
        package let unitId, externalId: String?
        package let function, on: String
        package let give, need: String?
        /// The content that was confirmed; absent where that is not known.
        package let contentVersion: String?
        package let state: ConfirmationState
        /// Who gave it; absent where nobody who joined did.
        package let participantId: String?
        /// Whether they turned out to be of another unit than they came as.
        package let isFromCorrectedSeat: Bool
    }

    /// A party's word that was taken back, and by whom, while it has given none since.
    package struct PartyWithdrawal: Codable, Sendable, Hashable {
        package let unitId, externalId: String?
        package let by: ConfirmationWithdrawal.Source?
        package let function: String?
    }

    package let id, sessionId, weekId, title: String
    package let level: Level
    package let locked: Bool
    package let contentVersion: String
    /// Fields that are required at this level and empty.
    package let missing: [String]
    package let parties, goalIds: [String]
    package let confirmations: [PartyConfirmation]
    package let withdrawals: [PartyWithdrawal]
    package let state: AgreementState

    /// - Parameters:
    ///   - decided: what the session decided about the model.
    ///   - isClosed: whether nobody may write in it now.
    init(
        _ decided: SessionModel, content: ModelContent, session: SessionRecord, isClosed: Bool,
        definitions: FieldDefinitions
    ) {
        let now = ModelState(decided, content: content, sessionID: session.id, isLocked: isClosed)
        id = decided.id
        sessionId = session.id
        weekId = session.weekID
        title = content.model.title.isEmpty ? decided.title : content.model.title
        level = decided.level
        locked = isClosed
        contentVersion = content.contentVersion
        missing = content.model.missingFields(definitions)
        parties = content.model.unitIds
        goalIds = content.model.goalIds
        confirmations = now.confirmations.map { confirmation in
            let given = decided.confirmation(of: confirmation.party)
            return PartyConfirmation(
                unitId: confirmation.party.unitId, externalId: confirmation.party.externalId,
                function: confirmation.function, on: confirmation.on.iso, give: confirmation.give,
                need: confirmation.need, contentVersion: confirmation.contentVersion,
                state: now.state(of: confirmation), participantId: given?.participantId,
                isFromCorrectedSeat: given?.isFromCorrectedSeat ?? false)
        }
        withdrawals = decided.withdrawals.map {
            PartyWithdrawal(
                unitId: $0.party.unitId, externalId: $0.party.externalId, by: $0.by, function: $0.function)
        }
        state = now.agreement
    }
}

// MARK: Together with what was decided

extension ModelState {
    /// What a model says together with what the session decided about it.
    init(_ decided: SessionModel, content: ModelContent, sessionID: String, isLocked: Bool) {
        self.init(
            model: content.model, sessionId: sessionID,
            confirmations: decided.confirmations.compactMap { Confirmation($0) },
            contentVersion: content.contentVersion, isLocked: isLocked)
    }
}

extension Confirmation {
    /// A confirmation as the plans read it; `nil` when its date is none, which no command lets through.
    init?(_ decided: ModelConfirmation) {
        guard let on = CalendarDate(decided.on) else { return nil }
        self.init(
            party: decided.party, function: decided.function, on: on,
            contentVersion: decided.contentVersion, give: decided.give, need: decided.need)
    }
}
