/// Every event there is: a row for each. `RegistryTests` compares the rows with the types in this target's files.
package enum EventRegistry {
    package static let all: [any Event.Type] = [
        ParticipantJoined.self,
        ParticipantCorrected.self,
        PhaseEntered.self,
        TimerStarted.self,
        TimerPaused.self,
        TimerResumed.self,
        TimerExtended.self,
        TimerStopped.self,
        ModelCreated.self,
        ModelLevelSet.self,
        ModelLocked.self,
        ModelUnlocked.self,
        ModelConfirmed.self,
        ConfirmationWithdrawn.self,
        SessionEnded.self,
        SessionReopened.self,
        ItemParked.self,
        ItemSettled.self,
        CalledTogether.self,
        Released.self,
        SaidToAll.self,
        ReadySaid.self,
        HandRaised.self,
        HandLowered.self,
        Evaluated.self,
        GroupsFormed.self,
        GroupJoined.self,
        FacilitatorCalled.self,
        CallAnswered.self,
        GroupsRecalled.self,
        IdeasOpened.self,
        IdeaWritten.self,
        IdeasRevealed.self,
        IdeaSorted.self,
        VoteOpened.self,
        VoteCast.self,
        VoteRevealed.self,
        LevelSuggested.self,
        LevelDecided.self,
        LobbySet.self,
        AgendaSet.self,
        ValueInterpreted.self,
        ModelRemoved.self,
        ParticipantRemoved.self,
    ]

    /// nil for a word that this version does not know.
    static func type(of kind: String) -> (any Event.Type)? { byKind[kind] }

    private static let byKind = Dictionary(all.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
}
