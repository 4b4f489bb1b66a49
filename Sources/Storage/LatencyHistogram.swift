/// Counts of durations by upper bound, as metrics want them.
package struct LatencyHistogram: Sendable, Hashable {
    /// Upper bounds in seconds, inclusive; the last bucket, beyond these, has none.
    package static let bounds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
    ]

    /// One per bound and one beyond; not cumulative.
    package private(set) var counts = [UInt64](repeating: 0, count: bounds.count + 1)
    /// How many durations were recorded: the sum of `counts`.
    package private(set) var count: UInt64 = 0
    /// Seconds in all.
    package private(set) var sum: Double = 0

    package init() {}

    /// Adds one to the first bucket whose bound is not below the duration. Not thread-safe by itself.
    package mutating func record(_ duration: Duration) {
        // Exact enough: a double holds a microsecond of a hundred years.
        let (whole, atto) = duration.components
        let seconds = Double(whole) + Double(atto) * 1e-18
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counts[bucket] += 1
        count += 1
        sum += seconds
    }
}
