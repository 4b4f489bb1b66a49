import GRDB

extension SQLiteAccess {
    func events(ofSession sessionID: String, after: Int64) throws(StorageError) -> [EventRecord] {
        let events = try all(
            "session_event", "SELECT * FROM session_event WHERE sessionID = ? AND sequence > ? ORDER BY sequence",
            [sessionID, after], { (row) throws(StorageError) in try EventRecord(row, sessionID: sessionID) })
        var expected = max(0, after)
        for event in events {
            expected &+= 1
            guard event.sequence == expected else {
                throw .corrupt(.event(sessionID: sessionID, sequence: expected))
            }
        }
        return events
    }

    func appendEvent(sessionID: String, at: Int64, json: String) throws(StorageError) -> Int64 {
        let last = try number("SELECT max(sequence) FROM session_event WHERE sessionID = ?", [sessionID]) ?? 0
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
