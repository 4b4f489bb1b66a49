import GRDB

extension SQLiteAccess {
    /// A gap after what the state stands for is damage, and nothing of it is served; before that, steps were dropped on
    /// purpose.
    func events(ofSession sessionID: String, after: Int64, upTo count: Int) throws(StorageError) -> [EventRecord] {
        let events = try all(
            "session_event",
            "SELECT * FROM session_event WHERE sessionID = ? AND sequence > ? ORDER BY sequence LIMIT ?",
            [sessionID, after, count], { (row) throws(StorageError) in try EventRecord(row, sessionID: sessionID) })
        let complete = try completeSequence(of: sessionID)
        var expected = max(complete, after)
        for event in events where event.sequence > complete {
            expected &+= 1
            guard event.sequence == expected else {
                throw .corrupt(.event(sessionID: sessionID, sequence: expected))
            }
        }
        return events
    }

    func appendEvent(sessionID: String, at: Int64, json: String) throws(StorageError) -> Int64 {
        let last = try lastEvent(of: sessionID)
        guard last < .max else { throw .corrupt(.event(sessionID: sessionID, sequence: last)) }
        let sequence = last + 1
        try run(
            "INSERT INTO session_event (sessionID, sequence, at, json, checksum) VALUES (?, ?, ?, ?, ?)",
            [
                sessionID, sequence, at, json,
                RowChecksum.make(key: sessionID, sequence: sequence, time: at, bytes: json.utf8),
            ])
        return sequence
    }

    /// The checksum goes along: what was forgotten must not look like damage.
    func rewriteEvent(ofSession sessionID: String, sequence: Int64, json: String) throws(StorageError) {
        let what = "event \(sequence) of session \(sessionID)"
        let at = try number(
            "SELECT at FROM session_event WHERE sessionID = ? AND sequence = ?", [sessionID, sequence])
        guard let at else { throw .notFound(what) }
        let checksum = RowChecksum.make(key: sessionID, sequence: sequence, time: at, bytes: json.utf8)
        try change(
            what, "UPDATE session_event SET json = ?, checksum = ? WHERE sessionID = ? AND sequence = ?",
            [json, checksum, sessionID, sequence])
    }

    func rewriteSnapshot(ofSession sessionID: String, document: String) throws(StorageError) {
        try change(
            "snapshot of session \(sessionID)", "UPDATE session_snapshot SET document = ? WHERE sessionID = ?",
            [document, sessionID])
        try seal("session_snapshot", "sessionID = ?", [sessionID])
    }

    func sessionSnapshot(_ sessionID: String) throws(StorageError) -> SessionSnapshot? {
        try first(
            "session_snapshot", "SELECT * FROM session_snapshot WHERE sessionID = ?", [sessionID], SessionSnapshot.init)
    }

    /// In one transaction with what it replaces: a reader sees the events or the state, never neither.
    func replaceEvents(
        ofSession sessionID: String, by document: String, throughSequence: Int64, leaving recent: Int,
        keeping bound: HistoryBound, isHistory: (EventRecord) -> Bool
    ) throws(StorageError) {
        let before = try completeSequence(of: sessionID)
        let last = try lastEvent(of: sessionID)
        let replaced = try number("SELECT sequence FROM session_snapshot WHERE sessionID = ?", [sessionID]) ?? 0
        guard throughSequence >= replaced, throughSequence <= last else {
            throw .conflict("snapshot through \(throughSequence) of events from \(replaced) to \(last)")
        }
        let complete = max(before, throughSequence - Int64(recent))
        try dropSteps(ofSession: sessionID, after: before, through: complete, isHistory)
        try dropOldest(ofSession: sessionID, through: complete, bound)
        let kept = try number(
            "SELECT count(*) FROM session_event WHERE sessionID = ? AND sequence <= ?", [sessionID, complete])
        try run(
            """
            INSERT INTO session_snapshot (sessionID, sequence, completeAfter, kept, document) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (sessionID) DO UPDATE SET sequence = excluded.sequence,
            completeAfter = excluded.completeAfter, kept = excluded.kept, document = excluded.document
            """,
            [sessionID, throughSequence, complete, kept ?? 0, document])
        try seal("session_snapshot", "sessionID = ?", [sessionID])
    }

    /// Some hundred at a time: a journal may be larger than memory.
    private func dropSteps(
        ofSession sessionID: String, after: Int64, through: Int64, _ isHistory: (EventRecord) -> Bool
    ) throws(StorageError) {
        var place = after
        while place < through {
            let events = try all(
                "session_event",
                "SELECT * FROM session_event WHERE sessionID = ? AND sequence > ? AND sequence <= ? ORDER BY sequence "
                    + "LIMIT 500",
                [sessionID, place, through],
                { (row) throws(StorageError) in try EventRecord(row, sessionID: sessionID) })
            guard let end = events.last else { return }
            for event in events where !isHistory(event) {
                try run("DELETE FROM session_event WHERE sessionID = ? AND sequence = ?", [sessionID, event.sequence])
            }
            place = end.sequence
        }
    }

    /// What is more than may be kept, the oldest first.
    private func dropOldest(
        ofSession sessionID: String, through: Int64, _ bound: HistoryBound
    ) throws(StorageError) {
        let oldest = try number(
            """
            SELECT max(sequence) FROM (
                SELECT sequence, row_number() OVER newest AS place, sum(length(CAST(json AS BLOB))) OVER newest AS bytes
                FROM session_event WHERE sessionID = ? AND sequence <= ? WINDOW newest AS (ORDER BY sequence DESC)
            ) WHERE place > ? OR bytes > ?
            """,
            [sessionID, through, bound.events, bound.bytes])
        guard let oldest else { return }
        try run("DELETE FROM session_event WHERE sessionID = ? AND sequence <= ?", [sessionID, oldest])
    }

    /// Looked up, not counted in a row of its own, as with documents; the last may have been dropped for the snapshot.
    private func lastEvent(of sessionID: String) throws(StorageError) -> Int64 {
        let logged = try number("SELECT max(sequence) FROM session_event WHERE sessionID = ?", [sessionID]) ?? 0
        return max(logged, try number("SELECT sequence FROM session_snapshot WHERE sessionID = ?", [sessionID]) ?? 0)
    }

    /// The event after which none is missing.
    private func completeSequence(of sessionID: String) throws(StorageError) -> Int64 {
        try number("SELECT completeAfter FROM session_snapshot WHERE sessionID = ?", [sessionID]) ?? 0
    }
}

extension EventRecord {
    init(_ row: StoredRow, sessionID: String) throws(StorageError) {
        self.init(
            sequence: try row.integer("sequence"), at: try row.integer("at"), json: try row.text("json"))
        let checksum = RowChecksum.make(key: sessionID, sequence: sequence, time: at, bytes: json.utf8)
        guard try row.integer("checksum") == checksum
        else { throw .corrupt(.event(sessionID: sessionID, sequence: sequence)) }
    }
}

extension SessionSnapshot {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            sequence: try row.integer("sequence"), completeAfter: try row.integer("completeAfter"),
            kept: Int(try row.integer("kept")), document: try row.text("document"))
        try row.checkWhole()
    }
}
