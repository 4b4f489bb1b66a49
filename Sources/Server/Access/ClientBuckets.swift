import Application
import Rooms
import Transport

/// A bucket for each client, and no more of them than are remembered: those that are whole again are forgotten,
/// then those that spent least.
struct ClientBuckets {
    /// What one client may take at once, and the number that comes back to it each second.
    private let capacity: Int
    private let perSecond: Double
    /// Clients remembered; a bucket that is forgotten begins full again.
    private let most: Int
    private var buckets: [ClientNetwork: TokenBucket] = [:]

    init(_ capacity: Int, perSecond: Double, most: Int) {
        self.capacity = capacity
        self.perSecond = perSecond
        self.most = most
    }

    /// Takes one token of the client's bucket.
    ///
    /// - Returns: false where it is empty; then nothing has changed.
    mutating func take(_ network: ClientNetwork, at now: ContinuousClock.Instant) -> Bool {
        var bucket = buckets[network] ?? TokenBucket(capacity: capacity, perSecond: perSecond, now: now)
        guard bucket.take(at: now) else { return false }
        if buckets[network] == nil { buckets.makeRoom(most: most, at: now) }
        buckets[network] = bucket
        return true
    }

    /// For what was paid and then did not happen, such as a join whose transaction failed.
    mutating func giveBack(_ network: ClientNetwork, at now: ContinuousClock.Instant) {
        buckets[network]?.giveBack(at: now)
    }
}
