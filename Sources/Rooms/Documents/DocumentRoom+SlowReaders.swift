import CRDT
import SyncProtocol
import Transport

/// Somebody for whom much is queued is sent nothing more until that has gone, and then everything that came meanwhile
/// as one update: what they miss grows with the document, not with the number of changes.
extension DocumentRoom {
    /// Whether a connection is sent what everybody is sent. Notes from where on one that is not misses everything.
    func keepsUp(_ subscriber: Subscriber) -> Bool {
        guard subscriber.missesSince == nil else { return false }
        guard subscriber.peer.queuedBytes > limits.slowReaderBytes else { return true }
        subscriber.missesSince = flushed
        slowReaders += 1
        return false
    }

    /// Everything queued for a connection has been handed to the system: it is brought into step.
    package func drained(_ connection: UInt64) {
        guard slowReaders > 0, let subscriber = subscribers[connection], let since = subscriber.missesSince
        else { return }
        subscriber.missesSince = nil
        slowReaders -= 1
        send(.update(document.encodeStateAsUpdate(since: since)), to: subscriber)
        if let everyone = awareness.encodedAll() { send(.awareness(everyone.encoded()), to: subscriber) }
        tellSaved(subscriber)
    }
}
