package import Planning

/// Something that was decided in a session. Events are stored before anyone hears of them, are never changed, and
/// are all a ``SessionState`` is made of.
///
/// Times are not inside: the record that holds the event has one, and every duration is in milliseconds from it.
package enum SessionEvent: Sendable, Hashable {
    case participantJoined(SessionParticipant)
    /// Somebody who leads corrected who a participant came as; the whole of it as it is now.
    case participantCorrected(SessionParticipant)
    case phaseEntered(index: Int, from: Int)
    case timerStarted(durationMs: Int64)
    case timerPaused(remainingMs: Int64)
    case timerResumed(remainingMs: Int64)
    /// `remainingMs` is what is left with the extension.
    case timerExtended(byMs: Int64, remainingMs: Int64)
    case timerStopped
    case modelCreated(ModelCreation)
    case modelLevelSet(modelID: String, level: Level, from: Level)
    case modelLocked(modelID: String)
    case modelUnlocked(modelID: String)
    case modelConfirmed(ModelConfirmation)
    case confirmationWithdrawn(ConfirmationWithdrawal)
    case sessionEnded
    case sessionReopened
    case parking(ParkingEvent)
    case attention(AttentionEvent)
    case voices(VoiceEvent)
    case groups(GroupEvent)
    case ideas(IdeaEvent)
    case votes(VoteEvent)
    case levels(LevelEvent)
    case lobby(LobbyEvent)
    case agenda(AgendaEvent)
    case values(ValueEvent)
    case removals(RemovalEvent)
    /// An event of a kind this version does not know, by its word. It changes nothing. Its other members are not
    /// kept: whoever passes events on passes on the stored text.
    case unknown(kind: String)
}
