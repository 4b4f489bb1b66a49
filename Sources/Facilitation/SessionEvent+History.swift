extension SessionEvent.Kind {
    /// Whether the event is kept as history once a later state holds what came of it: who decided what, and when.
    /// What is only a step on the way (a hand, a word taken back, a minute more) is in the state, and is not kept.
    package var isHistory: Bool {
        switch self {
        case .participantJoined, .participantCorrected, .phaseEntered: true
        case .sessionEnded, .sessionReopened, .agendaSet: true
        case .modelCreated, .modelLevelSet, .modelLocked, .modelUnlocked: true
        case .modelConfirmed, .confirmationWithdrawn, .levelDecided, .valueInterpreted: true
        case .itemParked, .itemSettled, .ideasOpened, .ideasRevealed, .voteOpened, .voteRevealed: true
        case .modelRemoved, .participantRemoved: true
        case .timerStarted, .timerPaused, .timerResumed, .timerExtended, .timerStopped: false
        case .calledTogether, .released, .saidToAll, .lobbySet, .levelSuggested: false
        case .readySaid, .handRaised, .handLowered, .evaluated: false
        case .groupsFormed, .groupJoined, .facilitatorCalled, .callAnswered, .groupsRecalled: false
        case .ideaWritten, .ideaSorted, .voteCast: false
        }
    }

    /// Whether it can be taken also where a session holds as much as it may: it ends something, or says where people
    /// are, and holds no words.
    package var isTakenWhenFull: Bool {
        switch self {
        case .participantJoined, .participantCorrected, .phaseEntered, .sessionEnded, .sessionReopened: true
        case .timerStarted, .timerPaused, .timerResumed, .timerExtended, .timerStopped: true
        case .modelLevelSet, .modelLocked, .modelUnlocked, .confirmationWithdrawn, .itemSettled: true
        case .released, .readySaid, .handRaised, .handLowered, .ideasRevealed, .voteRevealed: true
        case .groupJoined, .facilitatorCalled, .callAnswered, .groupsRecalled: true
        case .modelRemoved, .participantRemoved: true
        case .modelCreated, .modelConfirmed, .agendaSet, .levelSuggested, .levelDecided, .valueInterpreted: false
        case .itemParked, .calledTogether, .saidToAll, .lobbySet, .evaluated, .groupsFormed: false
        case .ideasOpened, .ideaWritten, .ideaSorted, .voteOpened, .voteCast: false
        }
    }
}
