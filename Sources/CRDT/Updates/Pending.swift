/// What waits for what it builds on. Yjs: `pendingStructs` and `pendingDs`.
struct Pending {
    /// Updates without deletes: the first may be a merge of earlier ones, the others are as they arrived. They are
    /// merged only once the later ones outgrow the first, so that a long wait does not cost the square of what
    /// arrives in it.
    private var updates: [[UInt8]] = []
    /// Of all ``updates``; ``Limits/pendingBytes`` bounds it.
    private(set) var bytes = 0
    /// The lowest missing clock of each client that something waits for. Yjs: `missing`.
    private(set) var missing: [UInt64: UInt32] = [:]
    /// Clients of which something waits: the document may come to know them all.
    private(set) var clients: Set<UInt64> = []
    /// Deletes of units that are not here.
    private(set) var deletes = DeleteSet()

    /// Below this it is not worth merging.
    private static let mergeThreshold = 64

    var isEmpty: Bool { updates.isEmpty && deletes.isEmpty }
    var hasStructs: Bool { !updates.isEmpty }
    /// At most this many structs wait: each takes two bytes at least.
    var structCount: Int { bytes / 2 }

    /// Everything that waits, as updates.
    var asUpdates: [[UInt8]] {
        deletes.isEmpty ? updates : updates + [deletes.encodedAsUpdate()]
    }

    private var bytesOfFirst: Int { updates.first?.count ?? 0 }
    private var bytesSinceMerge: Int { bytes - bytesOfFirst }

    /// Makes room for one more update, by merging what waits where that is due. This changes nothing that
    /// can be seen, so it may come before an update is refused.
    mutating func reserve(_ count: Int, limits: Limits) throws(UpdateError) {
        let isDue = updates.count > Self.mergeThreshold && bytesSinceMerge > bytes / 2
        let isFull = bytes + count > limits.pendingBytes
        if isDue || (isFull && bytesSinceMerge > limits.pendingBytes / 4) { try merge(limits: limits) }
        guard bytes + count <= limits.pendingBytes else { throw .tooMuchPending }
    }

    /// What several of them bring is kept once from then on.
    private mutating func merge(limits: Limits) throws(UpdateError) {
        updates = [try mergeUpdates(updates, limits: limits)]
        bytes = bytesOfFirst
    }

    /// `more` and `waiting` are what the plan found: what is missing, and whose structs are left.
    mutating func add(_ update: [UInt8], missing more: [UInt64: UInt32], clients waiting: [UInt64]) {
        updates.append(update)
        bytes += update.count
        clients.formUnion(waiting)
        for (client, clock) in more { missing[client] = min(missing[client] ?? .max, clock) }
    }

    /// Whether anything that was waited for has come.
    func canRetry(_ store: inout Store) -> Bool {
        for (client, clock) in missing where store.clock(of: client) > clock { return true }
        return false
    }

    /// Hands everything out; what still waits is added again.
    mutating func takeStructs() -> [[UInt8]] {
        defer {
            updates = []
            bytes = 0
            missing = [:]
            clients = []
        }
        return updates
    }

    /// A delete that came before what it deletes.
    mutating func add(_ client: UInt64, _ range: ClockRange) {
        deletes.insert(UInt64(range.start)..<UInt64(range.end), of: client)
    }

    /// The deletes of one client that begin below a clock.
    mutating func takeDeletes(of client: UInt64, below clock: UInt32) -> [Range<UInt64>] {
        deletes.removeRanges(of: client, below: UInt64(clock))
    }
}
