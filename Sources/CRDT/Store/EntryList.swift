/// Where an entry is in an ``EntryList``; valid until the list next changes.
struct EntryPlace: BitwiseCopyable, Comparable {
    var chunk: Int
    var index: Int

    static func < (left: EntryPlace, right: EntryPlace) -> Bool {
        left.chunk == right.chunk ? left.index < right.index : left.chunk < right.chunk
    }
}

/// A client's blocks in clock order. Yjs: one array of `StructStore.clients`.
///
/// The entries lie in chunks, so that what a split inserts in the middle of a long history moves two kilobytes at
/// most: in one flat array, twice the history costs nearly four times as much. It is never without a chunk, and only
/// an empty list has an empty one.
struct EntryList: BitwiseCopyable {
    /// Entries of a chunk: 8 bytes each, two kilobytes in all.
    static let chunkCapacity = 256

    struct Chunk: BitwiseCopyable {
        /// Clock of the first entry, repeated here so that the search for a chunk stays in one piece of memory.
        var clock: UInt32 = 0
        var entries = Buffer<BlockEntry>()
    }

    private var chunks = Buffer<Chunk>(capacity: 1)
    /// Where the last search ended: the next one is often near. Anything else is found to be so before use.
    private var hint = EntryPlace(chunk: 0, index: 0)

    init() {
        chunks.append(Chunk())
    }

    /// Frees the chunks and their list.
    func deallocate() {
        for chunk in chunks.elements { chunk.entries.deallocate() }
        chunks.deallocate()
    }

    var first: EntryPlace { EntryPlace(chunk: 0, index: 0) }

    /// Behind the last entry.
    var end: EntryPlace {
        let last = chunks.count - 1
        return EntryPlace(chunk: last, index: chunks[last].entries.count)
    }

    subscript(place: EntryPlace) -> BlockEntry {
        @inline(__always) get { chunks[place.chunk].entries[place.index] }
        @inline(__always) _modify { yield &chunks[place.chunk].entries[place.index] }
    }

    /// The entry at a place; nil behind the last one.
    @inline(__always) func entry(at place: EntryPlace) -> BlockEntry? {
        let entries = chunks[place.chunk].entries
        return place.index < entries.count ? entries[place.index] : nil
    }

    @inline(__always) var last: BlockEntry? { chunks[chunks.count - 1].entries.last }

    /// The place behind, which may be ``end``.
    @inline(__always) func place(after place: EntryPlace) -> EntryPlace {
        if place.index + 1 < chunks[place.chunk].entries.count || place.chunk + 1 == chunks.count {
            return EntryPlace(chunk: place.chunk, index: place.index + 1)
        }
        return EntryPlace(chunk: place.chunk + 1, index: 0)
    }

    /// nil before the first entry.
    func place(before place: EntryPlace) -> EntryPlace? {
        if place.index > 0 { return EntryPlace(chunk: place.chunk, index: place.index - 1) }
        guard place.chunk > 0 else { return nil }
        return EntryPlace(chunk: place.chunk - 1, index: chunks[place.chunk - 1].entries.count - 1)
    }

    /// How many entries there are from a place on.
    func count(from place: EntryPlace) -> Int {
        var count = -place.index
        for chunk in place.chunk..<chunks.count { count += chunks[chunk].entries.count }
        return count
    }

    /// A copy, for tests of what must hold.
    var all: [BlockEntry] {
        var all: [BlockEntry] = []
        forEach(from: first) { all.append($0) }
        return all
    }

    @inline(__always) func forEach(from place: EntryPlace, _ body: (BlockEntry) -> Void) {
        var index = place.index
        for chunk in place.chunk..<chunks.count {
            let entries = chunks[chunk].entries
            while index < entries.count {
                body(entries[index])
                index += 1
            }
            index = 0
        }
    }
}

// MARK: - Finding

extension EntryList {
    /// Place of the entry with the highest clock that is not above `clock`. Yjs: `findIndexSS`.
    @inline(__always) mutating func place(of clock: UInt32) -> EntryPlace {
        let lastChunk = chunks.count - 1
        let tail = chunks[lastChunk].entries
        if let last = tail.last, last.clock <= clock { return EntryPlace(chunk: lastChunk, index: tail.count - 1) }
        hint = search(clock)
        return hint
    }

    /// Most searches end near where the last one ended: its chunk is tried first, and in it the entries beside it.
    @inline(never) func search(_ clock: UInt32) -> EntryPlace {
        let chunk = holds(hint.chunk, clock) ? hint.chunk : chunk(of: clock)
        let entries = chunks[chunk].entries
        guard chunk == hint.chunk, hint.index < entries.count else {
            return EntryPlace(chunk: chunk, index: Self.index(of: clock, in: entries, from: 0, to: entries.count))
        }
        let bounds = Self.gallop(to: clock, in: entries, from: hint.index)
        return EntryPlace(chunk: chunk, index: Self.index(of: clock, in: entries, from: bounds.low, to: bounds.high))
    }

    /// Whether the entry for a clock is in this chunk.
    private func holds(_ chunk: Int, _ clock: UInt32) -> Bool {
        guard chunk < chunks.count, chunks[chunk].clock <= clock else { return false }
        return chunk + 1 == chunks.count || clock < chunks[chunk + 1].clock
    }

    /// The last chunk that does not begin above `clock`, or the first.
    private func chunk(of clock: UInt32) -> Int {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if chunks[middle].clock <= clock { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, 0)
    }

    /// Bounds between which the entry is, found by steps that double.
    private static func gallop(to clock: UInt32, in entries: Buffer<BlockEntry>, from start: Int) -> (
        low: Int, high: Int
    ) {
        var step = 1
        if entries[start].clock <= clock {
            var low = start
            while low + step < entries.count, entries[low + step].clock <= clock {
                low += step
                step *= 2
            }
            return (low, min(low + step, entries.count))
        }
        var high = start
        while high >= step, entries[high - step].clock > clock {
            high -= step
            step *= 2
        }
        return (max(high - step, 0), high)
    }

    /// Index of the last entry from `low` on and before `high` that is not above `clock`; `low` where there is none.
    private static func index(of clock: UInt32, in entries: Buffer<BlockEntry>, from low: Int, to high: Int) -> Int {
        let first = low
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].clock <= clock { low = middle + 1 } else { high = middle }
        }
        return max(low - 1, first)
    }
}

// MARK: - Changing

extension EntryList {
    /// Adds the next block of the history: its clock must be where the last one ended.
    mutating func append(_ entry: BlockEntry) {
        let last = chunks.count - 1
        let count = chunks[last].entries.count
        if count == 0 { chunks[last].clock = entry.clock }
        if count < Self.chunkCapacity {
            chunks[last].entries.append(entry)
        } else {
            chunks.append(Chunk(clock: entry.clock, entries: Buffer(capacity: Self.chunkCapacity)))
            chunks[last + 1].entries.append(entry)
        }
    }

    /// Inserts behind an entry. A full chunk becomes two first.
    mutating func insert(_ entry: BlockEntry, after place: EntryPlace) -> EntryPlace {
        var place = EntryPlace(chunk: place.chunk, index: place.index + 1)
        if chunks[place.chunk].entries.count == Self.chunkCapacity {
            halve(place.chunk)
            let half = chunks[place.chunk].entries.count
            if place.index > half { place = EntryPlace(chunk: place.chunk + 1, index: place.index - half) }
        }
        chunks[place.chunk].entries.insert(entry, at: place.index)
        hint = place
        return place
    }

    /// Moves the upper half into a chunk of its own: both then have room for the splits that come near it.
    private mutating func halve(_ chunk: Int) {
        let half = Self.chunkCapacity / 2
        var right = Chunk(clock: chunks[chunk].entries[half].clock, entries: Buffer(capacity: Self.chunkCapacity))
        right.entries.append(contentsOf: UnsafeBufferPointer(rebasing: chunks[chunk].entries.elements[half...]))
        chunks[chunk].entries.truncate(to: half)
        chunks.insert(right, at: chunk + 1)
    }

    /// Takes out the entries without a block, whose first of each chunk is named in ascending order.
    mutating func removeVacated(_ firsts: UnsafeMutableBufferPointer<EntryPlace>) {
        guard let lowest = firsts.first else { return }
        var hasEmpty = false
        for first in firsts.reversed() {
            removeVacated(from: first)
            joinWithPrevious(first.chunk)
            if chunks[first.chunk].entries.isEmpty { hasEmpty = true }
        }
        if hasEmpty { removeEmptyChunks(from: lowest.chunk) }
    }

    /// Closes up one chunk, in place.
    private mutating func removeVacated(from place: EntryPlace) {
        let entries = chunks[place.chunk].entries
        var kept = place.index
        for index in place.index..<entries.count where entries[index].block != .none {
            chunks[place.chunk].entries[kept] = entries[index]
            kept += 1
        }
        chunks[place.chunk].entries.truncate(to: kept)
        if kept > 0 { chunks[place.chunk].clock = entries[0].clock }
    }

    /// Keeps chunks from staying nearly empty where most of what they held was merged.
    private mutating func joinWithPrevious(_ chunk: Int) {
        guard chunk > 0 else { return }
        let entries = chunks[chunk].entries
        guard chunks[chunk - 1].entries.count + entries.count <= Self.chunkCapacity / 2 else { return }
        chunks[chunk - 1].entries.append(contentsOf: UnsafeBufferPointer(entries.elements))
        chunks[chunk].entries.truncate(to: 0)
    }

    /// All in one pass, since taking a single chunk out moves all behind it. The first chunk stays.
    private mutating func removeEmptyChunks(from first: Int) {
        var kept = first
        for index in first..<chunks.count {
            let chunk = chunks[index]
            if chunk.entries.isEmpty, index > 0 {
                chunk.entries.deallocate()
            } else {
                chunks[kept] = chunk
                kept += 1
            }
        }
        chunks.truncate(to: kept)
    }
}
