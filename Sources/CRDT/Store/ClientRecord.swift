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
    /// As on the wire. Yjs draws 32 bits; lib0 could carry 53.
    let id: UInt64
    /// The blocks, garbage too.
    var entries = EntryList()
    /// What is deleted: sorted, coalesced, kept as deletes happen (Yjs derives it from all blocks on every encode).
    var deleted = Buffer<ClockRange>(capacity: 1)
    /// The next clock. Yjs: `getState`.
    var clock: UInt32 = 0
    /// ``clock`` when the transaction began that last added something; see ``TransactionLog/number``.
    var clockBefore: UInt32 = 0
    /// The number of that transaction.
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

/// Sorted, coalesced ranges: no two touch.
extension Buffer where Element == ClockRange {
    /// Index of the first range that ends at or after `clock`.
    private func firstIndex(endingAtOrAfter clock: UInt32) -> Int {
        if let last, last.end < clock { return count }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].end < clock { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Adds a range. Deletes mostly come in order: what goes behind all others needs no search.
    @inline(__always) mutating func insert(_ range: ClockRange) {
        if let last, last.end >= range.start { return insertAmong(range) }
        append(range)
    }

    /// Joins the range with all that it touches.
    @inline(never) private mutating func insertAmong(_ range: ClockRange) {
        var merged = range
        let first = firstIndex(endingAtOrAfter: range.start)
        var next = first
        while next < count, self[next].start <= merged.end {
            merged.start = Swift.min(merged.start, self[next].start)
            merged.end = Swift.max(merged.end, self[next].end)
            next += 1
        }
        if next == first {
            insert(merged, at: first)
        } else {
            self[first] = merged
            removeSubrange((first + 1)..<next)
        }
    }

    /// Whether one unit is deleted.
    func covers(_ clock: UInt32) -> Bool {
        var hint = 0
        return covers(ClockRange(start: clock, end: clock + 1), near: &hint)
    }

    /// Whether one of the ranges covers all of this one. It is looked for behind `hint` first: deletes come sorted.
    @inline(__always) func covers(_ range: ClockRange, near hint: inout Int) -> Bool {
        if hint >= count || self[hint].end < range.end || (hint > 0 && self[hint - 1].end >= range.end) {
            hint = firstIndex(endingAtOrAfter: range.end)
        }
        defer { hint += 1 }
        return hint < count && self[hint].start <= range.start
    }
}
