/// The last events of a session, for those who were away for a moment. What happened before is in the state.
struct JournalTail: Sendable {
    private var entries: [JournalEntry] = []
    /// Where the first that is kept stands; those before it are dropped some hundred at a time.
    private var first = 0
    private var bytes = 0
    private let limits: RoomLimits
    /// Every event after this one is here.
    private(set) var begin: Int64

    /// - Parameter begin: the event before the first that will be added.
    init(after begin: Int64, limits: RoomLimits) {
        self.begin = begin
        self.limits = limits
    }

    mutating func append(_ entry: JournalEntry) {
        entries.append(entry)
        bytes += entry.size
        while first < entries.count, entries.count - first > limits.tailEvents || bytes > limits.tailBytes {
            bytes -= entries[first].size
            begin = entries[first].sequence
            first += 1
        }
        guard first >= 512 || first == entries.count else { return }
        entries.removeFirst(first)
        first = 0
    }

    /// Those after `sequence`, oldest first; nil when some of them are no longer here.
    func entries(after sequence: Int64) -> ArraySlice<JournalEntry>? {
        guard sequence >= begin else { return nil }
        let kept = entries[first...]
        return kept.dropFirst(kept.countBefore { $0.sequence > sequence })
    }

    /// Those after `sequence`, unless they are more than are worth sending one by one.
    func few(after sequence: Int64) -> ArraySlice<JournalEntry>? {
        guard let missed = entries(after: sequence), missed.count <= limits.missedEvents else { return nil }
        return missed.reduce(0) { $0 + $1.size } <= limits.missedBytes ? missed : nil
    }
}

extension ArraySlice<JournalEntry> {
    /// How many stand before the first for which `holds` is true, as it then is for all after it.
    fileprivate func countBefore(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low - startIndex
    }
}
