package import Facilitation
package import Planning

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
}
