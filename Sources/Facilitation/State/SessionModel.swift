package import Planning

/// A collaboration model as far as the session decides it; what is written in it lives in its document.
package struct SessionModel: Sendable, Hashable, Codable {
    package var id: String
    package var title: String
    package var level: Level
    package var goalIDs: [String]
    package var isLocked: Bool
    /// One per party, in the order they came.
    package var confirmations: [ModelConfirmation]
    /// What others of the same party had said before one of those above took its place, oldest first. When that one is
    /// taken back by who said it, the one before stands again: nobody removes another's word by putting theirs over it.
    private var earlier: [ModelConfirmation] = []
    /// For parties whose word was taken back, and that have not confirmed since: who did it.
    package private(set) var withdrawals: [ConfirmationWithdrawal] = []

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

    package func confirmation(of party: Party) -> ModelConfirmation? {
        confirmations.first { $0.party == party }
    }

    /// A party that confirms again keeps its place.
    mutating func confirm(_ confirmation: ModelConfirmation) {
        let (party, maker) = (confirmation.party, confirmation.participantId)
        withdrawals.removeAll { $0.party == party }
        earlier.removeAll { $0.party == party && $0.participantId == maker }
        guard let place = confirmations.firstIndex(where: { $0.party == party }) else {
            confirmations.append(confirmation)
            return
        }
        let standing = confirmations[place]
        // The oldest stay: those are what somebody who confirms again and again would like to be rid of.
        let kept = earlier.count { $0.party == party }
        if standing.participantId != maker && kept < SessionLimits.earlierConfirmations { earlier.append(standing) }
        confirmations[place] = confirmation
    }

    mutating func withdraw(_ taken: ConfirmationWithdrawal) {
        guard let place = confirmations.firstIndex(where: { $0.party == taken.party }) else { return }
        if taken.by == .maker, let before = earlier.lastIndex(where: { $0.party == taken.party }) {
            confirmations[place] = earlier.remove(at: before)
            return
        }
        confirmations.remove(at: place)
        earlier.removeAll { $0.party == taken.party }
        withdrawals.append(taken)
    }

    /// A participant turned out to be somebody else than they came as.
    mutating func correct(_ before: SessionParticipant, to now: SessionParticipant) {
        for place in confirmations.indices { confirmations[place].correct(before, to: now) }
        for place in earlier.indices { earlier[place].correct(before, to: now) }
    }
}
