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

    @inline(__always) mutating func insert(_ range: ClockRange) {
        if let last, last.end >= range.start { return insertAmong(range) }
        append(range)
    }

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
