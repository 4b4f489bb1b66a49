/// Which units of content are deleted: for each client, sorted ranges of clocks that do not touch.
package struct DeleteSet: Sendable, Hashable {
    /// By client id. Never an empty list.
    package private(set) var ranges: [UInt64: [Range<UInt64>]] = [:]

    package init() {}

    /// Yjs: `readDeleteSet`.
    init(_ reader: inout ByteReader) throws(DecodingError) {
        self.init()
        for _ in 0..<(try reader.readCount(ofSize: 2)) {
            let client = try reader.readVarUInt()
            var ranges: [Range<UInt64>] = []
            for _ in 0..<(try reader.readCount(ofSize: 2)) {
                let start = try reader.readVarUInt()
                let length = try reader.readVarUInt()
                ranges.append(start..<(start + length))
            }
            insert(contentsOf: ranges, of: client)
        }
    }

    package var isEmpty: Bool { ranges.isEmpty }

    var rangeCount: Int { ranges.values.reduce(0) { $0 + $1.count } }

    /// Looks at all ranges of the client: for tests and single questions.
    package func contains(client: UInt64, clock: UInt64) -> Bool {
        ranges[client]?.contains { $0.contains(clock) } ?? false
    }

    /// Whether everything that is deleted here is deleted in `other` too.
    func isSubset(of other: DeleteSet) -> Bool {
        ranges.allSatisfy { client, ranges in
            var others = (other.ranges[client] ?? [])[...]
            return ranges.allSatisfy { range in
                others = others.drop { $0.upperBound <= range.lowerBound }
                guard let next = others.first else { return false }
                return next.lowerBound <= range.lowerBound && range.upperBound <= next.upperBound
            }
        }
    }

    /// Adds a range and joins what it touches; an empty one adds nothing.
    package mutating func insert(_ range: Range<UInt64>, of client: UInt64) {
        guard !range.isEmpty else { return }
        ranges[client, default: []].insertCoalescing(range)
    }

    /// Takes out the ranges that begin below a clock.
    mutating func removeRanges(of client: UInt64, below clock: UInt64) -> [Range<UInt64>] {
        guard let all = ranges[client] else { return [] }
        let taken = all.prefix { $0.lowerBound < clock }
        guard !taken.isEmpty else { return [] }
        ranges[client] = taken.count == all.count ? nil : Array(all.dropFirst(taken.count))
        return Array(taken)
    }

    /// Inserts ranges in any order. Sorting them first keeps it from becoming quadratic.
    mutating func insert(contentsOf unsorted: [Range<UInt64>], of client: UInt64) {
        for range in unsorted.sorted(by: { $0.lowerBound < $1.lowerBound }) { insert(range, of: client) }
    }

    /// Takes over ranges that are sorted and do not touch.
    mutating func setRanges(_ sorted: [Range<UInt64>], of client: UInt64) {
        ranges[client] = sorted.isEmpty ? nil : sorted
    }

    /// Clients in descending order, as Yjs writes them since 13.5.47.
    func encode(into writer: inout ByteWriter) {
        writer.writeVarUInt(ranges.count)
        for (client, ranges) in ranges.sorted(by: { $0.key > $1.key }) {
            writer.writeVarUInt(client)
            writer.writeVarUInt(ranges.count)
            for range in ranges {
                writer.writeVarUInt(range.lowerBound)
                writer.writeVarUInt(range.upperBound - range.lowerBound)
            }
        }
    }

    /// An update that only deletes.
    func encodedAsUpdate() -> [UInt8] {
        var writer = ByteWriter()
        writer.writeVarUInt(0)
        encode(into: &writer)
        return writer.finish()
    }
}

extension [Range<UInt64>] {
    /// Inserts into sorted ranges that do not touch, and keeps them so.
    fileprivate mutating func insertCoalescing(_ range: Range<UInt64>) {
        var first = 0
        var high = count
        while first < high {
            let middle = (first + high) / 2
            if self[middle].upperBound < range.lowerBound { first = middle + 1 } else { high = middle }
        }
        var merged = range
        var next = first
        while next < count, self[next].lowerBound <= merged.upperBound {
            merged =
                Swift.min(
                    merged.lowerBound, self[next].lowerBound)..<Swift.max(merged.upperBound, self[next].upperBound)
            next += 1
        }
        replaceSubrange(first..<next, with: CollectionOfOne(merged))
    }
}
