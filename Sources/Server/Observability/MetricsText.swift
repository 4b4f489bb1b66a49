import Application
import Storage

/// Prometheus' text format (exposition format 0.0.4), family by family.
struct MetricsText {
    enum Kind: String {
        case counter, gauge
    }

    private(set) var text = ""

    /// A family with one sample.
    mutating func add(_ kind: Kind, _ name: String, _ meaning: String, _ value: some Numeric) {
        head(kind.rawValue, name, meaning)
        text += "\(name) \(value)\n"
    }

    /// A family with a sample for each value of one label. The values are words of ours, never of people.
    mutating func add(
        _ kind: Kind, _ name: String, _ meaning: String, by label: String, _ samples: [(value: String, number: Int)]
    ) {
        head(kind.rawValue, name, meaning)
        for sample in samples { text += "\(name){\(label)=\"\(sample.value)\"} \(sample.number)\n" }
    }

    /// A histogram in seconds: cumulative buckets, sum and count, as the format asks for.
    mutating func add(_ name: String, _ meaning: String, _ histogram: LatencyHistogram) {
        head("histogram", name, meaning)
        var cumulative: UInt64 = 0
        for (bound, number) in zip(LatencyHistogram.bounds, histogram.counts) {
            cumulative += number
            text += "\(name)_bucket{le=\"\(bound)\"} \(cumulative)\n"
        }
        text += "\(name)_bucket{le=\"+Inf\"} \(histogram.count)\n"
        text += "\(name)_sum \(histogram.sum)\n\(name)_count \(histogram.count)\n"
    }

    /// - Parameter meaning: one line, without a backslash: nothing is escaped.
    private mutating func head(_ kind: String, _ name: String, _ meaning: String) {
        text += "# HELP \(name) \(meaning)\n# TYPE \(name) \(kind)\n"
    }
}
