import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage

/// The one place where what the parts below throw becomes an answer. Routes let it through.
extension Problem {
    /// What was thrown, as a person is told of it; nil for what nobody foresaw.
    init?(telling error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self.init(refusal)
        case let error as ApplicationError: self.init(error)
        case let faults as ImportFaults: self = .unprocessable(faults.faults)
        case PlanRewriteError.faults(let faults): self = .unprocessable(faults.faults)
        case PlanRewriteError.changedMeanwhile(let faults): self = .changedMeanwhile(faults.faults)
        // It was there when the route began, and was deleted meanwhile; or it never was.
        case RoomError.unknown: self = .notFound
        case is StorageError: self = .storageFailing
        case is CancellationError: self = .abandoned
        default: return nil
        }
    }

    /// A refused command as a problem: 403 for the role, 404 for what is not there, 422 for what is wrong in the
    /// words, 409 for the state.
    init(_ refusal: Refusal) {
        self.init(
            Self.status(of: refusal.code), refusal.code.rawValue, refusal.reason, en: refusal.reasonEn,
            faults: refusal.fields.map { ImportFault(path: $0, message: LocalizedText(da: "Mangler.", en: "Missing.")) }
        )
    }

    /// What the application could not have, make or change. 404 is one answer for all that is not there.
    private init(_ error: ApplicationError) {
        switch error {
        case .noSuchWeek, .noSuchUnit, .notFound: self = .notFound
        case .weekExists: self = .conflict("week-exists", error.message)
        case .full: self = .conflict("quota", error.message)
        case .changedMeanwhile: self = .changedMeanwhile([])
        case .planFinished: self = .conflict("plan-finished", error.message)
        }
    }

    private static func conflict(_ kind: String, _ message: LocalizedText) -> Problem {
        .conflict(kind, message.da, en: message.en)
    }

    private static func status(of code: RefusalCode) -> HTTPResponse.Status {
        switch code {
        case .tooMany: .tooManyRequests
        case .notPermitted, .notYourParty, .notYourConfirmation: .forbidden
        case .noSuchModel, .noSuchPhase, .noSuchParticipant: .notFound
        case .durationOutOfRange, .tooManyModels, .tooManyGoals, .textMissing, .textTooLong, .dateMalformed,
            .partyMissing, .fieldsMissing, .tooManyConfirmations, .tooManyParticipants, .sessionFull:
            .unprocessableContent
        case .sessionEnded, .sessionNotEnded, .phaseHasMoved, .alreadyInPhase, .interpretationHasChanged,
            .agendaHasChanged, .phaseHasBegun, .phaseTwice, .phasesOutOfRange, .timerAlreadyStarted, .timerNotStarted,
            .timerNotRunning, .timerNotPaused, .modelExists, .modelLocked, .contentChanged, .notConfirmed,
            .participantExists, .notJoined, .noSuchItem, .tooManyItems, .gradeOutOfRange, .alreadyAnswered,
            .noSuchGroup, .tooManyGroups, .groupTwice, .memberTwice, .groupsNotByChoice, .notInAGroup, .noSuchRound,
            .roundExists, .tooManyRounds, .alreadyRevealed, .notRevealed, .noSuchIdea, .tooManyIdeas, .notYourIdea,
            .noSuchVote, .noSuchOption, .optionTwice, .optionsOutOfRange, .budgetOutOfRange, .tooManyDots:
            .conflict
        }
    }
}
