import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage

/// The one place where errors of the layers below become problem details. Routes let them through, so that the same
/// error has the same status wherever it comes from.
extension Problem {
    /// The problem for an error of a layer below; nil for what nobody foresaw, which becomes 500 and a line of the log.
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

    /// The application's errors. What is not there is one 404, whichever thing it was: the answer must not tell an
    /// unknown identifier from one that is somebody else's.
    private init(_ error: ApplicationError) {
        switch error {
        case .noSuchWeek, .noSuchUnit, .notFound: self = .notFound
        case .weekExists: self = .conflict("week-exists", error.message)
        case .full: self = .conflict("quota", error.message)
        case .changedMeanwhile: self = .changedMeanwhile([])
        case .planFinished: self = .conflict("plan-finished", error.message)
        }
    }

    /// With the application's own words: a terminal says the same.
    private static func conflict(_ kind: String, _ message: LocalizedText) -> Problem {
        .conflict(kind, message.da, en: message.en)
    }

    /// Whole, without `default`: the compiler asks for the status of each new refusal.
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
