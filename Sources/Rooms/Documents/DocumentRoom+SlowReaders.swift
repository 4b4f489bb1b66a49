import CRDT
import SyncProtocol
import Transport

/// Somebody for whom much is queued is sent nothing more until that has gone, and then everything that came meanwhile
/// as one update: what they miss grows with the document, not with the number of changes.
extension DocumentRoom {
    /// Whether a connection is sent what everybody is sent. Notes from where on one that is not misses everything.
    ///
    /// - Parameter bytes: of what it would be sent now.
    func keepsUp(_ subscriber: Subscriber, with bytes: Int = 0) -> Bool {
        guard subscriber.missesSince == nil else { return false }
        let queued = subscriber.peer.queuedBytes
        // A large message behind others would be one too many for the transport, which then hangs up.
        guard queued > limits.slowReaderBytes || (queued > 0 && queued + bytes > 2 * limits.slowReaderBytes)
        else { return true }
        subscriber.missesSince = flushed
        slowReaders += 1
        return false
    }

    /// Everything queued for a connection has been handed to the system: it is brought into step.
    package func drained(_ connection: UInt64) {
        guard slowReaders + owedAnswers > 0, let subscriber = subscribers[connection] else { return }
        // The answer has everything that was missed, and is all that is sent until it has been read.
        if subscriber.owedAnswer != nil, !subscriber.isAnswerTimerSet { return answer(subscriber) }
        guard let since = subscriber.missesSince else { return }
        subscriber.missesSince = nil
        slowReaders -= 1
        send(.update(document.encodeStateAsUpdate(since: since)), to: subscriber)
        if let everyone = awareness.encodedAll() { send(.awareness(everyone.encoded()), to: subscriber) }
        tellSaved(subscriber)
    }
}
