package import Rooms
package import Transport

/// What the server counts about itself, and the text Prometheus reads it from (exposition format 0.0.4).
@ServiceLoop
package final class Metrics: RoomObserver {
    private var updates = 0
    private var updateBytes = 0
    private var deliveries = 0
    private var dropped: [DropReason: Int] = [:]
    private var requests: [Int: Int] = [:]
    private var savedLatency = Histogram()

    package init() {}

    package func tookUpdate(bytes: Int) {
        updates += 1
        updateBytes += bytes
    }

    package func dropped(_ reason: DropReason) { dropped[reason, default: 0] += 1 }

    package func delivered(_ receivers: Int) { deliveries += receivers }

    package func saved(after duration: Duration) { savedLatency.note(duration) }

    /// Notes the status of an answered request.
    func answered(status: Int) { requests[status, default: 0] += 1 }

    /// A value read at the moment of asking.
    struct Gauge {
        let name, meaning: String
        let value: Int
    }

    /// - Parameter gauges: what is measured elsewhere, such as the number of connections.
    func text(gauges: [Gauge]) -> String {
        var text = ""
        func counter(_ name: String, _ meaning: String, _ value: Int) {
            text += "# HELP \(name) \(meaning)\n# TYPE \(name) counter\n\(name) \(value)\n"
        }
        for gauge in gauges {
            text += "# HELP \(gauge.name) \(gauge.meaning)\n# TYPE \(gauge.name) gauge\n\(gauge.name) \(gauge.value)\n"
        }
        counter("samspil_updates_total", "Updates taken from clients.", updates)
        counter("samspil_update_bytes_total", "Bytes of the updates taken.", updateBytes)
        counter("samspil_deliveries_total", "Messages handed to connections.", deliveries)
        text += "# HELP samspil_dropped_total Messages refused, by reason.\n# TYPE samspil_dropped_total counter\n"
        for reason in DropReason.allCases {
            text += "samspil_dropped_total{reason=\"\(reason.rawValue)\"} \(dropped[reason] ?? 0)\n"
        }
        text += "# HELP samspil_http_responses_total Answers, by status.\n# TYPE samspil_http_responses_total counter\n"
        for (status, number) in requests.sorted(by: { $0.key < $1.key }) {
            text += "samspil_http_responses_total{status=\"\(status)\"} \(number)\n"
        }
        let name = "samspil_saved_seconds"
        text += "# HELP \(name) From taking an update to its commit.\n# TYPE \(name) histogram\n"
        return text + savedLatency.text(name: name)
    }
}
