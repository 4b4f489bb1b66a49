import Application
package import Rooms
import Storage
package import Transport

/// Counters of the rooms and the routes, since the start. Other parts count for themselves and are read when the
/// figures are asked for (``ServerFigures``). On the loop, so plain numbers will do.
@ServiceLoop
package final class Metrics: RoomObserver {
    private var loadedDocuments = 0
    private var updates = 0
    private var updateBytes = 0
    private var deliveries = 0
    private var dropped: [DropReason: Int] = [:]
    /// By status.
    private var requests: [Int: Int] = [:]
    private var savedLatency = LatencyHistogram()

    /// All at zero: Prometheus takes a counter that falls for a restart.
    package init() {}

    /// A document was read from the database because somebody opened it.
    package func loadedDocument() { loadedDocuments += 1 }

    /// - Parameter bytes: as it came, before it was merged.
    package func tookUpdate(bytes: Int) {
        updates += 1
        updateBytes += bytes
    }

    /// A message was refused; the client has been told why.
    package func dropped(_ reason: DropReason) { dropped[reason, default: 0] += 1 }

    /// - Parameter receivers: connections that were handed one message.
    package func delivered(_ receivers: Int) { deliveries += receivers }

    /// - Parameter duration: from an update's leaving its room to its commit, which is how long the page says *Gemmer*.
    package func saved(after duration: Duration) { savedLatency.record(duration) }

    /// Notes the status of an answered request.
    func answered(status: Int) { requests[status, default: 0] += 1 }

    /// In Prometheus' text format. Names are part of what people watch by: they do not change.
    func write(to text: inout MetricsText) {
        text.add(.counter, "samspil_document_loads_total", "Documents read from the database.", loadedDocuments)
        text.add(.counter, "samspil_updates_total", "Updates taken from clients.", updates)
        text.add(.counter, "samspil_update_bytes_total", "Bytes of the updates taken.", updateBytes)
        text.add(.counter, "samspil_deliveries_total", "Messages of documents handed to connections.", deliveries)
        text.add(
            .counter, "samspil_dropped_total", "Messages refused, by reason.", by: "reason",
            DropReason.allCases.map { ($0.rawValue, dropped[$0] ?? 0) })
        text.add(
            .counter, "samspil_http_responses_total", "Answers, by status.", by: "status",
            requests.sorted { $0.key < $1.key }.map { ("\($0.key)", $0.value) })
        text.add(
            "samspil_saved_seconds", "From an update's leaving its room to its commit: what saved waits for.",
            savedLatency)
    }
}
