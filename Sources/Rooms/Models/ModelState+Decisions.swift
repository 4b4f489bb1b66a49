import Facilitation
import Planning

extension ModelState {
    /// What a model says together with what the session decided about it.
    init(_ decided: SessionModel, content: ModelContent, sessionID: String, isLocked: Bool) {
        self.init(
            model: content.model, sessionId: sessionID,
            confirmations: decided.confirmations.compactMap { Confirmation($0) },
            contentVersion: content.contentVersion, isLocked: isLocked)
    }
}

extension Confirmation {
    /// A confirmation as the plans read it; `nil` when its date is none, which no command lets through.
    init?(_ decided: ModelConfirmation) {
        guard let on = CalendarDate(decided.on) else { return nil }
        self.init(
            party: decided.party, function: decided.function, on: on,
            contentVersion: decided.contentVersion, give: decided.give, need: decided.need)
    }
}
