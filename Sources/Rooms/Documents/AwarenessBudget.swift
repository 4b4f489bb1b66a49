/// A token bucket: how many awareness messages a connection may still send.
struct AwarenessBudget {
    private let perSecond: Double
    private var tokens: Double
    private var filledAt: ContinuousClock.Instant

    /// - Parameters:
    ///   - perSecond: tokens added each second, and the most there can be.
    ///   - now: on the monotonic clock.
    init(perSecond: Int, now: ContinuousClock.Instant) {
        self.perSecond = Double(perSecond)
        tokens = Double(perSecond)
        filledAt = now
    }

    /// Whether there is a token.
    mutating func allows(at now: ContinuousClock.Instant) -> Bool {
        let elapsed = filledAt.duration(to: now) / .seconds(1)
        filledAt = now
        tokens = min(perSecond, tokens + elapsed * perSecond)
        return tokens >= 1
    }

    /// Takes one token.
    mutating func spend() { tokens -= 1 }
}
