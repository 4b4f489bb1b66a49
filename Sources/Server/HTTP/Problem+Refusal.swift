import Facilitation
import HTTPTypes
import Planning

extension Problem {
    /// A refused command as a problem: 403 for the role, 404 for what is not there, 422 for what is wrong in the
    /// words, 409 for the state.
    init(_ refusal: Refusal) {
        self.init(
            Self.status(of: refusal.code), refusal.code.rawValue, refusal.reason, en: refusal.reasonEn,
            faults: refusal.fields.map { ImportFault(path: $0, message: LocalizedText(da: "Mangler.", en: "Missing.")) }
        )
    }

    private static func status(of code: RefusalCode) -> HTTPResponse.Status {
        switch code {
        case .tooMany: .tooManyRequests
        case .notPermitted, .notYourParty, .notYourConfirmation: .forbidden
        case .noSuchModel, .noSuchPhase, .noSuchParticipant: .notFound
        case .durationOutOfRange, .tooManyModels, .tooManyGoals, .textMissing, .textTooLong, .dateMalformed,
            .partyMissing, .fieldsMissing, .tooManyConfirmations, .tooManyParticipants, .sessionFull:
            .unprocessableContent
        default: .conflict
        }
    }
}
