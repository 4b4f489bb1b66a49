import CRDT
import SyncProtocol
import Transport

/// What to tell whom once a batch is durable.
struct CommitReceipt {
    /// Everything the document held when the batch left the room.
    let stateVector: StateVector
    /// For each connection that waits: how many of its messages are in this batch or an earlier one.
    let taken: [UInt64: UInt64]
    /// When the batch left the room.
    let leftAt: ContinuousClock.Instant
}

/// What a document room took and the disk may not have yet, and who waits to hear that it has. No I/O, no clock: the
/// room gives the log what it takes out here, and reports what was committed.
@ServiceLoop
struct Durability {
    /// What was gained and the log has not been given yet.
    private var unlogged: [[UInt8]] = []
    /// Connections that wait for a commit, with the number of messages they wait for.
    private var waiting: [UInt64: UInt64] = [:]
    /// Batches given to the log and not yet durable.
    private var batchesUnderWay = 0
    /// The message that says up to where everything is durable.
    private var savedMessage: OutboundMessage?
    /// How many of those messages there have been.
    private(set) var savedCount: UInt64 = 0
    /// Whether some who asked for them have yet to be sent the last, and whether a timer sees to it.
    private var isSavedUntold = false
    private var isSavedTimerSet = false

    /// Whether nothing would be lost by dropping the room from memory.
    var isComplete: Bool { unlogged.isEmpty && batchesUnderWay == 0 }

    mutating func log(_ update: [UInt8]) { unlogged.append(update) }

    /// A connection waits to hear that so many of its messages are durable.
    mutating func wait(_ connection: UInt64, for messages: UInt64) { waiting[connection] = messages }

    mutating func forget(_ connection: UInt64) { waiting[connection] = nil }

    // MARK: Batches

    /// - Returns: what the log has not been given, and what to tell whom once it is committed; nil where there is
    ///   nothing.
    mutating func takeBatch(
        of document: Document, at now: ContinuousClock.Instant
    ) -> (updates: [[UInt8]], receipt: CommitReceipt)? {
        guard !unlogged.isEmpty else { return nil }
        let updates = unlogged
        unlogged = []
        batchesUnderWay += 1
        return (updates, takeReceipt(of: document, at: now))
    }

    /// - Returns: a receipt for those who sent only what is durable already; nil while anything is under way, for which
    ///   they wait as well, and where nobody waits.
    mutating func takeKnown(of document: Document, at now: ContinuousClock.Instant) -> CommitReceipt? {
        guard isComplete, !waiting.isEmpty else { return nil }
        return takeReceipt(of: document, at: now)
    }

    private mutating func takeReceipt(of document: Document, at now: ContinuousClock.Instant) -> CommitReceipt {
        let receipt = CommitReceipt(stateVector: document.stateVector, taken: waiting, leftAt: now)
        waiting = [:]
        return receipt
    }

    /// A batch is durable.
    mutating func committed(_ receipt: CommitReceipt) {
        batchesUnderWay -= 1
        savedMessage = OutboundMessage(binary: Message.saved(receipt.stateVector).encoded())
        savedCount += 1
    }

    // MARK: Telling

    /// - Parameter count: how many `saved` messages there had been when the connection was sent its last.
    /// - Returns: the last one; nil where the connection has it.
    func savedMessage(after count: UInt64) -> OutboundMessage? { count < savedCount ? savedMessage : nil }

    /// Everybody who asked is to hear of the last commit.
    ///
    /// - Returns: whether a timer has to be set for it.
    mutating func tellSavedSoon() -> Bool {
        isSavedUntold = true
        guard !isSavedTimerSet else { return false }
        isSavedTimerSet = true
        return true
    }

    mutating func savedTimerEnded() { isSavedTimerSet = false }

    /// - Returns: whether everybody who asked has to be told now.
    mutating func takeSavedUntold() -> Bool {
        defer { isSavedUntold = false }
        return isSavedUntold
    }
}
