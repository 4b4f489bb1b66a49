import CRDT
import Logging
import Storage
import SyncProtocol
package import Transport

/// One live document and the connections in it.
///
/// A keystroke's way: `receive` checks the right to write and hands the update to the engine, `flush` at the end of
/// the loop's turn sends what the turn gained to everybody (one message, one buffer) and gives it to the update
/// log, `committed` tells who asked that it is durable. Isolated to the loop; the document never leaves the room.
@ServiceLoop
package final class DocumentRoom {
    package nonisolated let id: String
    let document: Document
    let limits: RoomLimits
    let timing: any LoopTiming
    let logger: Logger
    let log: UpdateLog

    var subscribers: [UInt64: Subscriber] = [:]
    var awareness: AwarenessStates

    /// What was gained and nobody has been sent yet.
    var outgoing: [(update: [UInt8], origin: UInt64?)] = []
    /// What people said of themselves and nobody has been sent yet, the latest of each.
    var outgoingAwareness: [UInt64: AwarenessUpdate.Entry] = [:]
    /// What everybody has been sent.
    var flushed: StateVector
    /// The message that tells up to where everything is durable, how many there have been, and whether some who asked
    /// have yet to be sent the last.
    var savedMessage: OutboundMessage?
    var savedCount: UInt64 = 0
    var isSavedUntold = false
    var isSavedTimerSet = false
    /// How many connections miss something, for reading too slowly.
    package internal(set) var slowReaders = 0
    /// How many connections asked for what they lack and wait for the answer.
    var owedAnswers = 0
    /// The last answer to a sync step 1, while the document is as it was then.
    var lastAnswer: (to: StateVector, message: OutboundMessage)?
    var pacing: FlushPacing
    /// What was gained and the log has not been given yet.
    var unlogged: [[UInt8]] = []
    /// Connections that wait for a commit, with the number of messages they wait for.
    var waiting: [UInt64: UInt64] = [:]
    /// Batches given to the log and not yet durable.
    var batchesUnderWay = 0
    /// Whether `flush` is due, at the end of this turn or a little later.
    var isFlushDue = false

    /// Units and other parties whose updates were taken since the last version was kept.
    var writers: Set<String> = []

    /// The log since the last snapshot, for deciding when the next one is due.
    var logged = LogExtent()
    var isSnapshotDue = false

    /// Grows with every change of content.
    package private(set) var revision: UInt64 = 0
    /// What the document said when it was last read as a model.
    var lastContent: (revision: UInt64, content: ModelContent)?
    /// A locked document refuses every update, whoever sends it.
    package var isLocked = false {
        didSet { if oldValue, !isLocked { fetchWhatWasDenied() } }
    }
    /// Whether the model is being deleted, or is: nothing is taken any more, and nobody let in.
    var isRemoved = false
    /// When the last connection left; `nil` while somebody is here.
    package var emptySince: ContinuousClock.Instant?

    /// Told after each change of content, at most once a turn.
    var contentChanged: (@ServiceLoop (DocumentRoom) -> Void)?
    /// Asked why nothing more is taken for the session's or the week's sake.
    var obstacle: (@ServiceLoop (DocumentRoom) -> DropReason?)?
    /// Told how many bytes a commit has stored.
    var stored: (@ServiceLoop (DocumentRoom, Int) -> Void)?
    /// Told when the log has become long enough for a snapshot to replace it.
    var snapshotDue: (@ServiceLoop (DocumentRoom) -> Void)?
    /// Counts, for the metrics.
    var observer: (any RoomObserver)?

    /// - Parameters:
    ///   - document: everything the database has of it, integrated.
    ///   - logged: how much of that came from the log rather than the snapshot.
    init(
        id: String, document: Document, logged: LogExtent, log: UpdateLog, limits: RoomLimits,
        timing: any LoopTiming, logger: Logger
    ) {
        self.id = id
        self.document = document
        self.logged = logged
        self.log = log
        self.limits = limits
        awareness = AwarenessStates(limits: limits.awareness)
        flushed = document.stateVector
        pacing = FlushPacing(at: timing.instant)
        self.timing = timing
        self.logger = logger
        emptySince = timing.instant
    }

    /// The number of connections.
    package var count: Int { subscribers.count }

    /// Whether nothing would be lost by dropping the room from memory.
    package var isDurable: Bool { unlogged.isEmpty && batchesUnderWay == 0 }

    func noteChange() {
        revision += 1
        contentChanged?(self)
    }

    // MARK: Coming and going

    /// Lets a connection in: it is asked for what it has (sync step 1) and shown who is here, as y-websocket's
    /// server does on `setupWSConnection`.
    package func join(_ peer: any Peer, access: DocumentAccess) {
        guard !isRemoved else { return peer.close(code: CloseCode.notFound, reason: CloseCode.deleted) }
        let rate = limits.awarenessPerSecond
        let subscriber = Subscriber(
            peer: peer, access: access,
            awarenessBudget: TokenBucket(capacity: rate, perSecond: rate, now: timing.instant),
            budget: access.budget ?? PersonBudget(limits.person, now: timing.instant))
        subscribers[peer.id] = subscriber
        emptySince = nil
        send(.syncStep1(document.stateVector), to: subscriber)
        if let everyone = awareness.encodedAll() {
            send(.awareness(everyone.encoded()), to: subscriber)
        }
        if access.wantsSaved, isDurable {
            send(.saved(document.stateVector), to: subscriber)
        }
    }

    /// Forgets a connection, and tells the others that the people behind it are gone.
    package func leave(_ connection: UInt64) {
        guard let subscriber = subscribers.removeValue(forKey: connection) else { return }
        if subscriber.missesSince != nil { slowReaders -= 1 }
        if subscriber.owedAnswer != nil { owedAnswers -= 1 }
        waiting[connection] = nil
        if let gone = awareness.removeAll(of: connection) { tellEverybody(gone) }
        if subscribers.isEmpty { emptySince = timing.instant }
    }

    /// Closes every connection, for a restart or because the database works again and everyone has to
    /// synchronise anew.
    package func closeAll(code: UInt16, reason: String) {
        for subscriber in subscribers.values { subscriber.peer.close(code: code, reason: reason) }
    }

    /// Changes what a connection may do, as when a role is taken away.
    package func setAccess(_ access: DocumentAccess, of connection: UInt64) {
        subscribers[connection]?.access = access
    }

    /// Called every few seconds: who fell silent has left, and what may be asked for again is made again.
    package func tidy() {
        tidyAwareness()
        lastAnswer = nil
        fetchWhatWasRefused()
    }

    // MARK: Sending

    func send(_ message: Message, to subscriber: Subscriber) {
        subscriber.peer.send(OutboundMessage(binary: message.encoded()))
    }

    /// Encodes `message` once, for everyone.
    func broadcast(_ message: Message, except origin: UInt64?) {
        guard !subscribers.isEmpty else { return }
        let shared = OutboundMessage(binary: message.encoded())
        var receivers = 0
        for (connection, subscriber) in subscribers
        where connection != origin && keepsUp(subscriber, with: shared.count) {
            subscriber.peer.send(shared)
            receivers += 1
        }
        observer?.delivered(receivers)
    }
}
