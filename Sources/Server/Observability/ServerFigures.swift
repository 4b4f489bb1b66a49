import Application
import Rooms
import Storage
import Transport

/// All figures of a running server, gathered when they are asked for: nothing is summed up in between, so a server that
/// nobody watches spends nothing on it.
@ServiceLoop
struct ServerFigures {
    let metrics: Metrics
    let rooms: RoomRegistry
    let counters: TransportCounters
    let loopDelay: LoopDelay
    let output: ServerOutput
    let disk: DiskWatch

    /// The answer of `/metrics`. No label holds anything that people wrote, so it needs no sign-in.
    var text: String {
        var text = MetricsText()
        writeConnections(to: &text)
        writeRooms(to: &text)
        metrics.write(to: &text)
        writeStorage(rooms.storage.statistics, to: &text)
        disk.write(to: &text)
        text.add("samspil_loop_delay_seconds", "How much later than asked a timer of the loop fires.", loopDelay.delays)
        text.add(
            .counter, "samspil_log_dropped_total", "Lines of the log that nobody read in time.", output.log.dropped)
        ProcessFigures().write(to: &text)
        return text.text
    }

    /// The transport's own counters.
    private func writeConnections(to text: inout MetricsText) {
        text.add(.gauge, "samspil_connections", "Open connections.", counters.openConnections)
        text.add(.gauge, "samspil_websockets", "Open WebSockets.", counters.openWebSockets)
        text.add(.gauge, "samspil_queued_bytes", "Bytes waiting to be sent to WebSockets.", counters.queuedBytes)
        text.add(.counter, "samspil_accepted_total", "Connections accepted.", counters[.accepted])
        text.add(
            .counter, "samspil_refused_total", "Connections and requests the transport refused, by reason.",
            by: "reason",
            [
                ("tooMany", counters[.refusedTooMany]), ("tooManyFromAddress", counters[.refusedTooManyFromAddress]),
                ("upgrade", counters[.upgradesRefused]), ("request", counters[.requestsRejected]),
                ("stalled", counters[.responsesStalled]),
            ])
        text.add(
            .counter, "samspil_websocket_ends_total", "WebSockets that ended, by cause.", by: "cause",
            CloseCause.allCases.map { ($0.rawValue, counters[TransportCounters.event(of: $0)]) })
        text.add(
            .counter, "samspil_messages_total", "WebSocket messages, by direction.", by: "direction",
            [("in", counters[.messagesReceived]), ("out", counters[.messagesSent])])
        text.add(
            .counter, "samspil_bytes_total", "Bytes of content, by direction.", by: "direction",
            [("in", counters[.bytesReceived]), ("out", counters[.bytesSent])])
    }

    /// Counted here by going through the rooms: some thousands at most.
    private func writeRooms(to text: inout MetricsText) {
        text.add(.gauge, "samspil_documents", "Documents in memory.", rooms.documents.count)
        text.add(
            .gauge, "samspil_document_connections", "Connections in documents.",
            rooms.documents.values.reduce(0) { $0 + $1.count })
        text.add(
            .gauge, "samspil_slow_readers", "Connections in documents that read too slowly for each change.",
            rooms.documents.values.reduce(0) { $0 + $1.slowReaders })
        text.add(.gauge, "samspil_sessions", "Sessions in memory.", rooms.sessions.count)
        text.add(
            .gauge, "samspil_session_connections", "Connections in sessions.",
            rooms.sessions.values.reduce(0) { $0 + $1.count })
        text.add(
            .gauge, "samspil_accepting", "1 while the database takes what is written.", rooms.log.isAccepting ? 1 : 0)
        text.add(.gauge, "samspil_unsaved_bytes", "Bytes of updates waiting for the disk.", rooms.log.unsavedBytes)
    }

    /// The writer thread's figures, read without waiting for it.
    private func writeStorage(_ storage: StorageStatistics, to text: inout MetricsText) {
        text.add(.counter, "samspil_commits_total", "Transactions committed.", storage.commits)
        text.add(.counter, "samspil_commit_failures_total", "Transactions that failed.", storage.failedCommits)
        text.add(
            .counter, "samspil_writes_total", "Writes, by outcome.", by: "outcome",
            [
                ("done", Int(storage.bodies - storage.failedBodies)), ("failed", Int(storage.failedBodies)),
                ("refused", Int(storage.refusedBodies)),
            ])
        text.add(.gauge, "samspil_writes_waiting", "Writes that wait for a commit.", storage.waiting)
        text.add("samspil_commit_seconds", "Time of COMMIT.", storage.commitLatency)
        text.add("samspil_write_seconds", "From handing a write in to its being durable.", storage.writeLatency)
    }
}
