import Foundation

/// Times in nanoseconds, in buckets that grow by 2 %: cheap to fill two hundred thousand times a second.
struct Histogram {
    private static let step = 1.02
    private var counts = [UInt64](repeating: 0, count: 1400)
    private(set) var count: UInt64 = 0
    private(set) var max: UInt64 = 0

    mutating func add(_ nanoseconds: UInt64) {
        let bucket = Int(log(Double(Swift.max(nanoseconds, 1))) / log(Self.step))
        counts[Swift.min(bucket, counts.count - 1)] += 1
        count += 1
        max = Swift.max(max, nanoseconds)
    }

    /// In milliseconds; nil where nothing was counted.
    func quantile(_ part: Double) -> Double? {
        guard count > 0 else { return nil }
        var left = UInt64((Double(count) * part).rounded(.up))
        for (bucket, number) in counts.enumerated() {
            guard number < left else { return pow(Self.step, Double(bucket) + 0.5) / 1e6 }
            left -= number
        }
        return Double(max) / 1e6
    }

    /// Three quantiles and the greatest, in milliseconds.
    var summary: [String: Double] {
        guard count > 0 else { return [:] }
        return [
            "p50": quantile(0.5) ?? 0, "p95": quantile(0.95) ?? 0, "p99": quantile(0.99) ?? 0, "max": Double(max) / 1e6,
        ]
    }
}
