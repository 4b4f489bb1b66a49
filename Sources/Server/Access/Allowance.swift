/// So many at once, and so many a second from then on. Measured with the monotonic clock: setting the system's gives
/// nobody more.
struct Allowance {
    private let capacity: Double
    private let perSecond: Double
    private var level: Double
    private var measuredAt: ContinuousClock.Instant

    /// Full.
    init(_ capacity: Int, perSecond: Double, now: ContinuousClock.Instant) {
        self.capacity = Double(capacity)
        self.perSecond = perSecond
        level = Double(capacity)
        measuredAt = now
    }

    /// What is missing to its being full.
    func spent(at now: ContinuousClock.Instant) -> Double { capacity - level(at: now) }

    func hasToken(at now: ContinuousClock.Instant) -> Bool { level(at: now) >= 1 }

    /// Takes one; what is owed then is the caller's to have asked about.
    mutating func take(at now: ContinuousClock.Instant) {
        level = level(at: now) - 1
        measuredAt = now
    }

    mutating func giveBack(at now: ContinuousClock.Instant) {
        level = min(capacity, level(at: now) + 1)
        measuredAt = now
    }

    private func level(at now: ContinuousClock.Instant) -> Double {
        min(capacity, level + max(0, measuredAt.duration(to: now) / .seconds(1)) * perSecond)
    }
}
