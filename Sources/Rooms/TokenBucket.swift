/// How much somebody may still do: tokens that are spent, and come back with time up to a most.
///
/// A value without a clock: whoever asks says when it is, on the monotonic clock; setting the system's gives nobody
/// more.
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
    package init(capacity: Int, perSecond: Double, now: ContinuousClock.Instant) {
        self.capacity = Double(capacity)
        self.perSecond = perSecond
        tokens = Double(capacity)
        filledAt = now
    }

    package init(capacity: Int, perSecond: Int, now: ContinuousClock.Instant) {
        self.init(capacity: capacity, perSecond: Double(perSecond), now: now)
    }

    /// What there is now; below zero while more was spent than there was.
    package func available(at now: ContinuousClock.Instant) -> Double {
        min(capacity, tokens + max(0, filledAt.duration(to: now) / .seconds(1)) * perSecond)
    }

    /// What is missing to its being full.
    package func spent(at now: ContinuousClock.Instant) -> Double { capacity - available(at: now) }

    /// Whether it is as it was made: nobody needs to remember it.
    package func isFull(at now: ContinuousClock.Instant) -> Bool { available(at: now) >= capacity }

    /// Whether `amount` may be spent now. More than there can ever be may be spent by a full bucket, which then owes
    /// the rest: what is large is slow to come back, and not impossible.
    package func allows(_ amount: Int = 1, at now: ContinuousClock.Instant) -> Bool {
        available(at: now) >= min(Double(amount), capacity)
    }

    /// Spends, also what is not there.
    package mutating func spend(_ amount: Int = 1, at now: ContinuousClock.Instant) { add(-Double(amount), now) }

    /// What was spent is not counted after all.
    package mutating func giveBack(_ amount: Int = 1, at now: ContinuousClock.Instant) { add(Double(amount), now) }

    /// Spends `amount` if that is allowed now; nothing otherwise.
    package mutating func take(_ amount: Int = 1, at now: ContinuousClock.Instant) -> Bool {
        guard allows(amount, at: now) else { return false }
        spend(amount, at: now)
        return true
    }

    private mutating func add(_ amount: Double, _ now: ContinuousClock.Instant) {
        tokens = min(capacity, available(at: now) + amount)
        filledAt = max(filledAt, now)
    }
}

extension Dictionary where Value == TokenBucket {
    /// Makes room where there are `most` or more: forgets those that are full again, and if that is not enough, the
    /// half that spent least.
    package mutating func makeRoom(most: Int, at now: ContinuousClock.Instant) {
        guard count >= most else { return }
        self = filter { !$0.value.isFull(at: now) }
        guard count >= most else { return }
        let spent = sorted { $0.value.spent(at: now) > $1.value.spent(at: now) }
        self = Dictionary(uniqueKeysWithValues: spent.prefix(most / 2).map { ($0.key, $0.value) })
    }
}
