package import Planning

/// A collaboration model as far as the session decides it; what is written in it lives in its document.
package struct SessionModel: Sendable, Hashable {
    package var id: String
    package var title: String
    package var level: Level
    package var goalIDs: [String]
    package var isLocked: Bool
    /// One per party, in the order they came.
    package var confirmations: [ModelConfirmation]

    package init(
        id: String, title: String, level: Level, goalIDs: [String] = [], isLocked: Bool = false,
        confirmations: [ModelConfirmation] = []
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.goalIDs = goalIDs
        self.isLocked = isLocked
        self.confirmations = confirmations
    }

    package func confirmation(of party: SessionParty) -> ModelConfirmation? {
        confirmations.first { $0.party == party }
    }

    /// A party that confirms again keeps its place.
    mutating func confirm(_ confirmation: ModelConfirmation) {
        if let place = confirmations.firstIndex(where: { $0.party == confirmation.party }) {
            confirmations[place] = confirmation
        } else {
            confirmations.append(confirmation)
        }
    }

    mutating func withdraw(_ party: SessionParty) {
        confirmations.removeAll { $0.party == party }
    }
}
