/// Why a command was refused. The raw value is the `code` on the wire.
package enum RefusalCode: String, Sendable, Hashable, Codable, CaseIterable {
    case tooMany, sessionFull, notPermitted, sessionEnded, sessionNotEnded
    case phaseHasMoved, noSuchPhase, alreadyInPhase
    case interpretationHasChanged
    case agendaHasChanged, phaseHasBegun, phaseTwice, phasesOutOfRange
    case timerAlreadyStarted, timerNotStarted, timerNotRunning, timerNotPaused, durationOutOfRange
    case noSuchModel, modelExists, modelLocked, tooManyModels, tooManyGoals
    case textMissing, textTooLong, dateMalformed
    case partyMissing, notYourParty, notYourConfirmation, contentChanged, fieldsMissing, notConfirmed,
        tooManyConfirmations
    case participantExists, tooManyParticipants, noSuchParticipant, notJoined
    case noSuchItem, tooManyItems, gradeOutOfRange, alreadyAnswered
    case noSuchGroup, tooManyGroups, groupTwice, memberTwice, groupsNotByChoice, notInAGroup
    case noSuchRound, roundExists, tooManyRounds, alreadyRevealed, notRevealed
    case noSuchIdea, tooManyIdeas, notYourIdea
    case noSuchVote, noSuchOption, optionTwice, optionsOutOfRange, budgetOutOfRange, tooManyDots
}
