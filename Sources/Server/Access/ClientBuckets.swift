import Transport

/// A ``Allowance`` for each client, and no more of them than are remembered: those that are whole again are forgotten,
/// then those that spent least.
struct ClientBuckets {
    private let capacity: Int
    private let perSecond: Double
    private let most: Int
    private var buckets: [ClientNetwork: Allowance] = [:]

    init(_ capacity: Int, perSecond: Double, most: Int) {
        self.capacity = capacity
        self.perSecond = perSecond
        self.most = most
    }

    /// Takes one, where there is one.
    mutating func take(_ network: ClientNetwork, at now: ContinuousClock.Instant) -> Bool {
        var bucket = buckets[network] ?? Allowance(capacity, perSecond: perSecond, now: now)
        guard bucket.hasToken(at: now) else { return false }
        if buckets[network] == nil, buckets.count >= most { makeRoom(at: now) }
        bucket.take(at: now)
        buckets[network] = bucket
        return true
    }

    mutating func giveBack(_ network: ClientNetwork, at now: ContinuousClock.Instant) {
        buckets[network]?.giveBack(at: now)
    }

    private mutating func makeRoom(at now: ContinuousClock.Instant) {
        buckets = buckets.filter { $0.value.spent(at: now) > 0 }
        guard buckets.count >= most else { return }
        let spent = buckets.sorted { $0.value.spent(at: now) > $1.value.spent(at: now) }
        buckets = Dictionary(uniqueKeysWithValues: spent.prefix(most / 2).map { ($0.key, $0.value) })
    }
}
