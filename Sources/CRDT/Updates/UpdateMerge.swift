/// One update with everything that the updates hold, without a document. Yjs: `mergeUpdates`.
///
/// What several updates bring is written once, a gap in a client's history becomes a Skip, and structs that continue
/// each other become one.
package func mergeUpdates(
    _ updates: [[UInt8]], limits: Limits = .standard
) throws(UpdateError) -> [UInt8] {
    try withMerge(of: updates, limits: limits) { (merge) throws(DecodingError) in try merge.encode() }
}

/// What of an update a peer with this state vector lacks. Yjs: `diffUpdate`.
package func diffUpdate(
    _ update: [UInt8], since: StateVector, limits: Limits = .standard
) throws(UpdateError) -> [UInt8] {
    try withMerge(of: [update], limits: limits) { (merge) throws(DecodingError) in try merge.encode(since: since) }
}

/// The state vector of a document that holds this update alone. Yjs: `encodeStateVectorFromUpdate`.
package func encodeStateVector(
    fromUpdate update: [UInt8], limits: Limits = .standard
) throws(UpdateError) -> StateVector {
    try withMerge(of: [update], limits: limits) { (merge) throws(DecodingError) in try merge.contiguousClocks() }
}

/// Lays the updates one after the other, so that 32-bit offsets reach all of them.
private func withMerge<Result>(
    of updates: [[UInt8]], limits: Limits, _ body: (borrowing UpdateMerge) throws(DecodingError) -> Result
) throws(UpdateError) -> Result {
    let total = updates.reduce(0) { $0 + $1.count }
    guard total < Int(UInt32.max) else { throw .updateTooLarge(bytes: total, limit: Int(UInt32.max)) }
    var joined = ByteWriter(capacity: total)
    var bounds: [Range<Int>] = []
    bounds.reserveCapacity(updates.count)
    for update in updates {
        bounds.append(joined.count..<(joined.count + update.count))
        joined.write(update)
    }
    do throws(DecodingError) {
        return try body(try UpdateMerge(joined.written, bounds: bounds, limits: limits))
    } catch {
        throw .malformed(error)
    }
}

/// Merging updates without a document: a k-way merge of the sections of each client, by clock.
///
/// All updates lie in one piece of memory, so that every span names bytes of the same input. They are read twice:
/// once to check them and to find their sections, once to write. Sections are opened only when their clock
/// is due, so the heap holds only those that overlap.
struct UpdateMerge: ~Copyable {
    private let input: UnsafeBufferPointer<UInt8>
    private let limits: Limits
    /// Of all updates; higher clients first, then by clock.
    private var sections: [UpdateSection] = []
    private var deletes: [DecodedUpdate.DeleteRecord] = []

    init(_ input: UnsafeBufferPointer<UInt8>, bounds: [Range<Int>], limits: Limits) throws(DecodingError) {
        self.input = input
        self.limits = limits
        for range in bounds { try readSections(of: range) }
        sections.sort { ($1.client, $0.clock) < ($0.client, $1.clock) }
    }

    /// Checks all of an update and keeps of it where its sections are.
    private mutating func readSections(of range: Range<Int>) throws(DecodingError) {
        var reader = try UpdateReader(input, in: range, limits: limits)
        while let section = try reader.nextSection() {
            if section.structCount > 0 { sections.append(section) }
            while try reader.nextStruct() != nil {}
        }
        try reader.readDeletes { deletes.append($0) }
    }

    /// The merged update, without what a peer with `since` has. The deletes are always all there, as in Yjs.
    func encode(since: StateVector = .init()) throws(DecodingError) -> [UInt8] {
        var writer = SectionWriter()
        var first = 0
        while first < sections.count {
            let client = sections[first].client
            var next = first + 1
            while next < sections.count, sections[next].client == client { next += 1 }
            try merge(first..<next, from: since[client], into: &writer)
            first = next
        }
        return writer.finish(deletes: mergedDeletes())
    }

    /// Merges the sections of one client, which are sorted by their first clock.
    private func merge(
        _ range: Range<Int>, from known: UInt64, into writer: inout SectionWriter
    ) throws(DecodingError) {
        var written = UInt32(min(known, UInt64(UInt32.max)))
        var heap = CursorHeap()
        var next = range.lowerBound
        while true {
            while next < range.upperBound, heap.isEmpty || sections[next].clock <= heap.clock {
                let reader = UpdateReader(input, resuming: sections[next], limits: limits)
                try heap.insert(reader)
                next += 1
            }
            guard !heap.isEmpty else { return }
            let record = heap.record
            if record.kind != .skip, record.end > written {
                writer.write(record, offset: written > record.clock ? written - record.clock : 0, input: input)
                written = record.end
            }
            try heap.advance()
        }
    }

    /// Sorted once, so that ranges which touch are neighbours.
    private func mergedDeletes() -> DeleteSet {
        var set = DeleteSet()
        var ranges: [Range<UInt64>] = []
        let sorted = deletes.sorted { ($0.client, $0.range.start) < ($1.client, $1.range.start) }
        for (index, delete) in sorted.enumerated() {
            let start = UInt64(delete.range.start)
            let end = UInt64(delete.range.end)
            if let last = ranges.last, start <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                ranges.append(start..<end)
            }
            if index + 1 == sorted.count || sorted[index + 1].client != delete.client {
                set.setRanges(ranges, of: delete.client)
                ranges.removeAll(keepingCapacity: true)
            }
        }
        return set
    }

    /// How much of each client's history is there from its beginning on, without a gap.
    func contiguousClocks() throws(DecodingError) -> StateVector {
        var clocks: [UInt64: UInt64] = [:]
        for section in sections where UInt64(section.clock) <= clocks[section.client] ?? 0 {
            var reader = UpdateReader(input, resuming: section, limits: limits)
            while let record = try reader.nextStruct(), record.kind != .skip {
                clocks[section.client] = max(clocks[section.client] ?? 0, UInt64(record.end))
            }
        }
        return StateVector(clocks)
    }
}
