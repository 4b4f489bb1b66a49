/// The one rule by which the server's memories forget: what a cache holds is counted in bytes, by key, and once that is
/// more than its limit, what was counted or used longest ago goes first.
///
/// It knows keys and numbers alone. The things themselves stay with the cache, which lets go of those that it is told.
/// A value, not safe from several threads: it lies under the lock, or in the isolation, of its cache.
package struct OldestFirst<Key: Hashable> {
    private struct Held {
        var bytes: Int
        var turn: UInt64
    }

    private let limit: Int
    private var held: [Key: Held] = [:]
    /// By turn, oldest first. Some are counted under a later turn by now, or not at all.
    private var order: [(key: Key, turn: UInt64)] = []
    private var turn: UInt64 = 0
    private var bytes = 0

    /// - Parameter limit: bytes that all keys may take together.
    package init(limit: Int) { self.limit = limit }

    /// Counts what a key takes, in place of what it took before; it is the newest now.
    ///
    /// - Returns: the keys that go, oldest first. It may be among them itself, where it alone is more than the limit.
    package mutating func hold(_ key: Key, bytes count: Int) -> [Key] {
        release(key)
        bytes += count
        renew(key, bytes: count)
        return takeOverflow()
    }

    /// Somebody wanted what a key stands for: it is the newest now. One that is not counted needs nothing.
    package mutating func use(_ key: Key) {
        guard let known = held[key] else { return }
        renew(key, bytes: known.bytes)
    }

    /// The cache has let go of it by itself.
    package mutating func release(_ key: Key) {
        guard let gone = held.removeValue(forKey: key) else { return }
        bytes -= gone.bytes
    }

    /// The cache has let go of everything.
    package mutating func removeAll() {
        held = [:]
        order = []
        bytes = 0
    }

    private mutating func renew(_ key: Key, bytes count: Int) {
        turn += 1
        held[key] = Held(bytes: count, turn: turn)
        order.append((key, turn))
        // Places that count no more are few as a rule; where one key is used over and over, they are most.
        if order.count > 2 * held.count + 64 { order = order.filter { held[$0.key]?.turn == $0.turn } }
    }

    private mutating func takeOverflow() -> [Key] {
        var gone: [Key] = []
        var first = 0
        while first < order.count, bytes > limit || held[order[first].key]?.turn != order[first].turn {
            if held[order[first].key]?.turn == order[first].turn {
                gone.append(order[first].key)
                release(order[first].key)
            }
            first += 1
        }
        order.removeFirst(first)
        return gone
    }
}
