/// Why a command was refused. The raw value is the `code` on the wire.
package enum RefusalCode: String, Sendable, Hashable, Codable, CaseIterable {
    case notPermitted, sessionEnded, sessionNotEnded
    case phaseHasMoved, noSuchPhase, alreadyInPhase
    case timerAlreadyStarted, timerNotStarted, timerNotRunning, timerNotPaused, durationOutOfRange
    case noSuchModel, modelExists, modelLocked, tooManyModels, tooManyGoals
    case textMissing, textTooLong, dateMalformed
    case partyMissing, notYourParty, contentChanged, fieldsMissing, notConfirmed, tooManyConfirmations
    case participantExists, tooManyParticipants
}
