extension SessionEvent {
    /// The words this version knows.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case participantJoined, participantCorrected, phaseEntered
        case timerStarted, timerPaused, timerResumed, timerExtended, timerStopped
        case modelCreated, modelLevelSet, modelLocked, modelUnlocked
        case modelConfirmed, confirmationWithdrawn
        case sessionEnded, sessionReopened
        case itemParked, itemSettled
        case calledTogether, released, saidToAll
        case readySaid, handRaised, handLowered, evaluated
        case groupsFormed, groupJoined, facilitatorCalled, callAnswered, groupsRecalled
        case ideasOpened, ideaWritten, ideasRevealed, ideaSorted
        case voteOpened, voteCast, voteRevealed
        case levelSuggested, levelDecided
        case lobbySet
        case agendaSet
        case valueInterpreted
        case modelRemoved, participantRemoved
    }

    /// The word that names this event on the wire and in the database.
    package var word: String {
        if case .unknown(let kind) = self { kind } else { kind?.rawValue ?? "" }
    }

    /// nil for an unknown event.
    package var kind: Kind? {
        switch self {
        case .participantJoined: .participantJoined
        case .participantCorrected: .participantCorrected
        case .phaseEntered: .phaseEntered
        case .timerStarted: .timerStarted
        case .timerPaused: .timerPaused
        case .timerResumed: .timerResumed
        case .timerExtended: .timerExtended
        case .timerStopped: .timerStopped
        case .modelCreated: .modelCreated
        case .modelLevelSet: .modelLevelSet
        case .modelLocked: .modelLocked
        case .modelUnlocked: .modelUnlocked
        case .modelConfirmed: .modelConfirmed
        case .confirmationWithdrawn: .confirmationWithdrawn
        case .sessionEnded: .sessionEnded
        case .sessionReopened: .sessionReopened
        case .parking(let event): event.kind
        case .attention(let event): event.kind
        case .voices(let event): event.kind
        case .groups(let event): event.kind
        case .ideas(let event): event.kind
        case .votes(let event): event.kind
        case .levels(let event): event.kind
        case .lobby(let event): event.kind
        case .agenda(let event): event.kind
        case .values(let event): event.kind
        case .removals(let event): event.kind
        case .unknown: nil
        }
    }
}
