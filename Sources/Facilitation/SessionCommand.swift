package import Planning

/// What somebody asks a session to do. Nothing happens before ``decide(_:by:in:at:limits:)`` has said yes.
///
/// Its JSON is an object with `kind`. Only the kinds for which ``Kind/isSentByPages`` holds can be decoded: the
/// others carry facts that the server vouches for (who joined, the current version of a model's content), and come
/// from its HTTP routes.
package enum SessionCommand: Sendable, Hashable {
    /// `expected` is the phase the sender saw, so that two who press at once move one phase, not two.
    case enterPhase(index: Int, expected: Int)
    case startTimer(durationMs: Int64)
    case pauseTimer
    case resumeTimer
    case extendTimer(byMs: Int64)
    case stopTimer
    case lockModel(modelID: String)
    case unlockModel(modelID: String)
    case endSession
    case reopenSession

    case join(participantID: String)
    /// Who somebody came as, put right.
    case correctParticipant(ParticipantCorrection)
    case createModel(ModelCreation)
    case setModelLevel(modelID: String, level: Level)
    case confirmModel(ConfirmationRequest)
    /// `party` nil withdraws the sender's own.
    case withdrawConfirmation(modelID: String, party: SessionParty?)

    case parking(ParkingCommand)
    case attention(AttentionCommand)
    case voices(VoiceCommand)
    case groups(GroupCommand)
    case ideas(IdeaCommand)
    case votes(VoteCommand)
    case levels(LevelCommand)
    case lobby(LobbyCommand)
    case agenda(AgendaCommand)
    case values(ValueCommand)
}
