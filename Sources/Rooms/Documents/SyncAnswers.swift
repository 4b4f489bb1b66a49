import CRDT
import SyncProtocol
import Transport

/// Answers to sync step 1: what of the document a connection lacks. Each may be as large as the document and is new
/// work where nobody else asked the same, so a connection waits for at most one, and a person is given so many bytes a
/// second.
@ServiceLoop
struct SyncAnswers {
    /// With more bytes than this still to be read nothing large is added.
    static let nearlyRead = 32 * 1024
    /// How long until an answer that could not be made is tried again.
    static let patience: Duration = .milliseconds(250)

    /// The last one, while the document is as it was then.
    private var last: (to: StateVector, message: OutboundMessage)?
    /// How many connections wait for one.
    private(set) var owed = 0

    /// A connection waits for an answer. Who asks again meanwhile is answered once, with what is lacking then.
    mutating func owe(_ theirs: StateVector, to subscriber: Subscriber) {
        if subscriber.owedAnswer == nil { owed += 1 }
        subscriber.owedAnswer = theirs
    }

    /// It was answered, or has left.
    mutating func settle(_ subscriber: Subscriber) {
        if subscriber.owedAnswer != nil { owed -= 1 }
        subscriber.owedAnswer = nil
    }

    /// The document has changed, or the memory is wanted back.
    mutating func forgetLast() { last = nil }

    /// The same message for all who have the same: after a restart, or when a session begins, everybody asks at once.
    ///
    /// - Returns: nil when it would have to be made and the person has to wait.
    mutating func message(
        to theirs: StateVector, from document: Document, by budget: PersonBudget, at now: ContinuousClock.Instant
    ) -> OutboundMessage? {
        if let last, last.to == theirs { return last.message }
        guard budget.mayBeAnswered(at: now) else { return nil }
        let message = OutboundMessage(
            binary: Message.syncStep2(document.encodeStateAsUpdate(since: theirs)).encoded())
        // To encode little of much takes time too: the client ids are all looked through.
        budget.spendAnswer(message.count + 16 * document.clientCount, at: now)
        last = (theirs, message)
        return message
    }
}
