/// How much somebody may still do: tokens that are spent, and come back with time up to a most.
///
/// A value without a clock: whoever asks says when it is, on the monotonic clock.
package struct TokenBucket: Sendable, Hashable {
    private let capacity: Double
    private let perSecond: Double
    private var tokens: Double
    private var filledAt: ContinuousClock.Instant

    /// Full at the beginning.
    ///
    /// - Parameters:
    ///   - capacity: the most there can be: a burst.
    ///   - perSecond: how many come back each second.
    package init(capacity: Int, perSecond: Int, now: ContinuousClock.Instant) {
        self.capacity = Double(capacity)
        self.perSecond = Double(perSecond)
        tokens = Double(capacity)
        filledAt = now
    }

    /// Whether `amount` may be spent now. More than there can ever be may be spent by a full bucket, which then owes
    /// the rest: what is large is slow to come back, and not impossible.
    package mutating func allows(_ amount: Int = 1, at now: ContinuousClock.Instant) -> Bool {
        fill(now)
        return tokens >= min(Double(amount), capacity)
    }

    /// Spends, also what is not there.
    package mutating func spend(_ amount: Int = 1) { tokens -= Double(amount) }

    /// Spends `amount` if that is allowed now; nothing otherwise.
    package mutating func take(_ amount: Int = 1, at now: ContinuousClock.Instant) -> Bool {
        guard allows(amount, at: now) else { return false }
        spend(amount)
        return true
    }

    /// Whether it is as it was made: nobody needs to remember it.
    package mutating func isFull(at now: ContinuousClock.Instant) -> Bool {
        fill(now)
        return tokens >= capacity
    }

    /// What there is now; below zero while more was spent than there was.
    package mutating func available(at now: ContinuousClock.Instant) -> Double {
        fill(now)
        return tokens
    }

    private mutating func fill(_ now: ContinuousClock.Instant) {
        let elapsed = filledAt.duration(to: now) / .seconds(1)
        guard elapsed > 0 else { return }
        filledAt = now
        tokens = min(capacity, tokens + elapsed * perSecond)
    }
}
