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

    @inline(__always) func place(after place: EntryPlace) -> EntryPlace {
        if place.index + 1 < chunks[place.chunk].entries.count || place.chunk + 1 == chunks.count {
            return EntryPlace(chunk: place.chunk, index: place.index + 1)
        }
        return EntryPlace(chunk: place.chunk + 1, index: 0)
    }

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
        if let place = guess(clock) { return place }
        hint = search(clock)
        return hint
    }

    /// The last entry, or the one where the last search ended.
    @inline(__always) private func guess(_ clock: UInt32) -> EntryPlace? {
        let lastChunk = chunks.count - 1
        let tail = chunks[lastChunk].entries
        if let last = tail.last, last.clock <= clock { return EntryPlace(chunk: lastChunk, index: tail.count - 1) }
        guard hint.chunk < chunks.count else { return nil }
        let entries = chunks[hint.chunk].entries
        guard hint.index < entries.count, entries[hint.index].clock <= clock else { return nil }
        let next = place(after: hint)
        guard let following = entry(at: next), following.clock <= clock else { return hint }
        return nil
    }

    @inline(never) func search(_ clock: UInt32) -> EntryPlace {
        var low = 0
        var high = chunks.count
        while low < high {
            let middle = (low + high) / 2
            if chunks[middle].clock <= clock { low = middle + 1 } else { high = middle }
        }
        let chunk = max(low - 1, 0)
        let entries = chunks[chunk].entries
        low = 0
        high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].clock <= clock { low = middle + 1 } else { high = middle }
        }
        return EntryPlace(chunk: chunk, index: max(low - 1, 0))
    }
}

// MARK: - Changing

extension EntryList {
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
