import CRDT
import SyncProtocol
import Transport

/// What a document room has gathered for everybody and not sent yet, when it may send it, and who reads too slowly to
/// be sent each of it.
///
/// No I/O, no clock: the room asks how long to wait, and sends what it takes out. Somebody for whom much is queued is
/// left behind: sent nothing more until that has gone, and then everything that came meanwhile as one update, so that
/// what they miss grows with the document and not with the number of changes.
@ServiceLoop
struct Outbox {
    /// What an update brought, and the connection that has all of it, as it sent just this.
    typealias Gain = (update: [UInt8], origin: UInt64?)

    private var gains: [Gain] = []
    /// What people said of themselves, the latest of each client id: others hear of cursors, names and comings and
    /// goings at most once a flush.
    private var presence: [UInt64: AwarenessUpdate.Entry] = [:]
    private var pacing: FlushPacing
    /// Whether a flush is due, at the end of this turn or a little later.
    private var isFlushDue = false
    /// What everybody has been sent who was not left behind.
    private var sent: StateVector
    /// How many connections are left behind.
    private(set) var slowReaders = 0

    /// - Parameter sent: what whoever comes is told at the beginning.
    init(sent: StateVector, at now: ContinuousClock.Instant) {
        self.sent = sent
        pacing = FlushPacing(at: now)
    }

    // MARK: Gathering

    mutating func add(_ update: [UInt8], origin: UInt64?, at now: ContinuousClock.Instant) {
        gains.append((update, origin))
        pacing.count(at: now)
    }

    mutating func add(_ news: AwarenessUpdate, at now: ContinuousClock.Instant) {
        for entry in news.entries { presence[entry.clientID] = entry }
        pacing.count(at: now)
    }

    // MARK: Flushing

    /// How long to wait before the next flush: zero is the end of this turn; nil where one is due already.
    mutating func scheduleFlush(at now: ContinuousClock.Instant, receivers: Int) -> Duration? {
        guard !isFlushDue else { return nil }
        isFlushDue = true
        return pacing.delay(at: now, receivers: receivers)
    }

    mutating func beginFlush(at now: ContinuousClock.Instant) {
        isFlushDue = false
        pacing.flushed(at: now)
    }

    /// - Returns: what was gained since the last flush, in the order in which it came.
    mutating func takeGains() -> [Gain] {
        let taken = gains
        gains = []
        return taken
    }

    /// Those who are not left behind have been sent everything up to here.
    mutating func noteSent(_ state: StateVector) { sent = state }

    /// - Returns: nil where nobody said anything.
    mutating func takePresence() -> AwarenessUpdate? {
        guard !presence.isEmpty else { return nil }
        let entries = presence.sorted { $0.key < $1.key }.map(\.value)
        presence = [:]
        return AwarenessUpdate(entries: entries)
    }

    // MARK: Slow readers

    /// Notes from where on a connection misses everything, unless it is noted already.
    mutating func leaveBehind(_ subscriber: Subscriber) {
        guard subscriber.missesSince == nil else { return }
        subscriber.missesSince = sent
        slowReaders += 1
    }

    /// - Returns: since when the connection missed everything, which it is sent now; nil where it missed nothing.
    mutating func bringBack(_ subscriber: Subscriber) -> StateVector? {
        guard let since = subscriber.missesSince else { return nil }
        subscriber.missesSince = nil
        slowReaders -= 1
        return since
    }
}
