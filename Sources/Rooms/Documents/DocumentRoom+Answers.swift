import CRDT
import SyncProtocol
import Transport

/// Answers to sync step 1: what of the document a connection lacks. Each may be as large as the document and is new
/// work where nobody else asked the same, so a connection waits for at most one, and a person is given so many bytes a
/// second.
extension DocumentRoom {
    /// With more than this still to be read nothing large is added.
    private static let nearlyRead = 32 * 1024
    private static let patience: Duration = .milliseconds(250)

    /// Answers now, or once the connection has read what it was sent and the person's turn has come. Who asks again
    /// meanwhile is answered once, with what is lacking then.
    func owe(_ theirs: StateVector, to subscriber: Subscriber) {
        if subscriber.owedAnswer == nil { owedAnswers += 1 }
        subscriber.owedAnswer = theirs
        if !subscriber.isAnswerTimerSet { answer(subscriber) }
    }

    func answer(_ subscriber: Subscriber) {
        // What is queued goes first; `drained` comes back here.
        guard let theirs = subscriber.owedAnswer, subscriber.peer.queuedBytes <= Self.nearlyRead else { return }
        guard subscriber.peer.hasMemory, let message = message(for: theirs, by: subscriber.budget) else {
            return answerLater(subscriber)
        }
        subscriber.owedAnswer = nil
        owedAnswers -= 1
        if subscriber.missesSince != nil {
            subscriber.missesSince = nil
            slowReaders -= 1
            subscriber.peer.send(message)
            if let everyone = awareness.encodedAll() { send(.awareness(everyone.encoded()), to: subscriber) }
            return tellSaved(subscriber)
        }
        subscriber.peer.send(message)
    }

    private func answerLater(_ subscriber: Subscriber) {
        guard !subscriber.isAnswerTimerSet else { return }
        subscriber.isAnswerTimerSet = true
        timing.after(Self.patience) { [weak self] in
            subscriber.isAnswerTimerSet = false
            guard let self, subscribers[subscriber.peer.id] === subscriber else { return }
            answer(subscriber)
        }
    }

    /// The same message for all who have the same: after a restart, or when a session begins, everybody asks at once.
    /// `nil` when it would have to be made and the person has to wait.
    private func message(for theirs: StateVector, by budget: PersonBudget) -> OutboundMessage? {
        if let lastAnswer, lastAnswer.to == theirs { return lastAnswer.message }
        guard budget.mayBeAnswered(at: timing.instant) else { return nil }
        let message = OutboundMessage(
            binary: Message.syncStep2(document.encodeStateAsUpdate(since: theirs)).encoded())
        // To encode little of much takes time too: the client ids are all looked through.
        budget.spendAnswer(message.count + 16 * document.clientCount, at: timing.instant)
        lastAnswer = (theirs, message)
        return message
    }
}
