import Application
import Rooms
import Transport

/// A bucket for each client, and no more of them than are remembered: those that are whole again are forgotten,
/// then those that spent least.
struct ClientBuckets {
    private let capacity: Int
    private let perSecond: Double
    private let most: Int
    private var buckets: [ClientNetwork: TokenBucket] = [:]

    init(_ capacity: Int, perSecond: Double, most: Int) {
        self.capacity = capacity
        self.perSecond = perSecond
        self.most = most
    }

    /// Takes one, where there is one.
    mutating func take(_ network: ClientNetwork, at now: ContinuousClock.Instant) -> Bool {
        var bucket = buckets[network] ?? TokenBucket(capacity: capacity, perSecond: perSecond, now: now)
        guard bucket.take(at: now) else { return false }
        if buckets[network] == nil { buckets.makeRoom(most: most, at: now) }
        buckets[network] = bucket
        return true
    }

    mutating func giveBack(_ network: ClientNetwork, at now: ContinuousClock.Instant) {
        buckets[network]?.giveBack(at: now)
    }
}
