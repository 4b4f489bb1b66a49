/// What waits for what it builds on. Yjs: `pendingStructs` and `pendingDs`.
struct Pending {
    /// Updates without deletes, as they arrived. They are merged only when there are many, so that a long
    /// wait does not cost the square of what arrives in it.
    private var updates: [[UInt8]] = []
    /// The lowest missing clock of each client that something waits for. Yjs: `missing`.
    private(set) var missing: [UInt64: UInt32] = [:]
    /// Deletes of units that are not here.
    private(set) var deletes = DeleteSet()

    private static let mergeThreshold = 64

    var isEmpty: Bool { updates.isEmpty && deletes.isEmpty }
    var hasStructs: Bool { !updates.isEmpty }
    var bytes: Int { updates.reduce(0) { $0 + $1.count } }
    /// At most this many structs wait: each takes two bytes at least.
    var structCount: Int { bytes / 2 }

    /// Everything that waits, as updates.
    var asUpdates: [[UInt8]] {
        deletes.isEmpty ? updates : updates + [deletes.encodedAsUpdate()]
    }

    /// The waiting updates with one more, if they stay within the limit.
    func adding(_ rest: [UInt8], limits: Limits) throws(UpdateError) -> [[UInt8]] {
        var all = updates
        all.append(rest)
        let total = bytes + rest.count
        if all.count > Self.mergeThreshold || total > limits.pendingBytes { all = [try mergeUpdates(all)] }
        guard all.reduce(0, { $0 + $1.count }) <= limits.pendingBytes else { throw .tooMuchPending }
        return all
    }

    mutating func setStructs(_ updates: [[UInt8]], missing more: [UInt64: UInt32]) {
        self.updates = updates
        for (client, clock) in more { missing[client] = min(missing[client] ?? .max, clock) }
    }

    /// Whether anything that was waited for has come.
    func canRetry(_ store: inout Store) -> Bool {
        for (client, clock) in missing where store.clock(of: client) > clock { return true }
        return false
    }

    mutating func takeStructs() -> [[UInt8]] {
        defer {
            updates = []
            missing = [:]
        }
        return updates
    }

    mutating func add(_ client: UInt64, _ range: ClockRange) {
        deletes.insert(UInt64(range.start)..<UInt64(range.end), of: client)
    }

    mutating func takeDeletes() -> DeleteSet {
        defer { deletes = DeleteSet() }
        return deletes
    }
}
