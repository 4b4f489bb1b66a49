/// A block's place in its client's history. The clock is repeated here so that a search stays in one piece of memory.
struct BlockEntry: BitwiseCopyable {
    var clock: UInt32
    var block: BlockIndex
}

/// Clocks from `start` up to, not including, `end`.
struct ClockRange: BitwiseCopyable, Hashable {
    var start: UInt32
    var end: UInt32
}

/// What a document knows of one client: its blocks in clock order, without gaps from 0 on.
struct ClientRecord: BitwiseCopyable {
    let id: UInt64
    var entries = EntryList()
    /// What is deleted: sorted, coalesced, kept as deletes happen (Yjs derives it from all blocks on every encode).
    var deleted = Buffer<ClockRange>(capacity: 1)
    /// The next clock. Yjs: `getState`.
    var clock: UInt32 = 0
    /// ``clock`` when the transaction began that last added something; see ``TransactionLog/number``.
    var clockBefore: UInt32 = 0
    var transaction: UInt32 = 0
    /// Clock of the first block that this transaction added; none where runs only grew.
    var firstNew: UInt32 = .max

    init(id: UInt64) {
        self.id = id
    }

    func deallocate() {
        entries.deallocate()
        deleted.deallocate()
    }
}
