/// Counts of durations in buckets, as Prometheus reads them.
struct Histogram {
    /// Upper bounds in seconds; durations above the last are counted in `+Inf` alone.
    static let bounds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5]

    private var buckets = [Int](repeating: 0, count: bounds.count)
    private var sum = 0.0
    private var count = 0

    mutating func note(_ duration: Duration) {
        let seconds = duration / .seconds(1)
        count += 1
        sum += seconds
        if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { buckets[bucket] += 1 }
    }

    /// The lines of the text format.
    func text(name: String) -> String {
        var lines = ""
        var cumulative = 0
        for (bound, number) in zip(Self.bounds, buckets) {
            cumulative += number
            lines += "\(name)_bucket{le=\"\(bound)\"} \(cumulative)\n"
        }
        lines += "\(name)_bucket{le=\"+Inf\"} \(count)\n"
        lines += "\(name)_sum \(sum)\n\(name)_count \(count)\n"
        return lines
    }
}
