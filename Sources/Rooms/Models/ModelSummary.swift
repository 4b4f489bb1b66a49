package import Planning

/// What the pages show of a model beside its text: what is decided, and what its content means for that.
package struct ModelSummary: Encodable, Sendable, Hashable {
    package struct PartyConfirmation: Encodable, Sendable, Hashable {
        package let unitId, externalId: String?
        package let function, on: String
        package let give, need: String?
        /// The content that was confirmed; absent where that is not known.
        package let contentVersion: String?
        package let state: ConfirmationState
    }

    package let id, sessionId, weekId, title: String
    package let level: Level
    package let locked: Bool
    package let contentVersion: String
    /// Fields that are required at this level and empty.
    package let missing: [String]
    package let parties, goalIds: [String]
    package let confirmations: [PartyConfirmation]
    package let state: AgreementState
}
