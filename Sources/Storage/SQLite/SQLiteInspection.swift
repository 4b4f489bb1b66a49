import GRDB

/// Looks through a database for damage, beside a running server or after a crash. Changes nothing that is stored;
/// SQLite's own index of the write-ahead log may be made anew.
///
/// Each call reads in a transaction of its own, so that a server's log can be moved on in between.
package struct SQLiteInspection: Sendable {
    /// The number of the last migration; 0 when this is no database of ours.
    package let schemaVersion: Int
    /// The last migration this program knows.
    package static var supportedVersion: Int { Schema.supportedVersion }
    private let database: DatabaseQueue

    /// - Throws: ``StorageError/notFound(_:)`` when there is no file, ``StorageError/newerVersion(found:supported:)``,
    ///   ``StorageError/corrupt(_:)`` when the file is no database.
    package init(path: String) throws(StorageError) {
        guard DataFile.exists(path) else { throw .notFound("database \(path)") }
        do {
            var configuration = SQLiteStorage.configuration(SQLiteOptions())
            configuration.readonly = true
            database = try DatabaseQueue(path: path, configuration: configuration)
            schemaVersion = try Schema.check(database)
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Lets go of the file. A read that is under way goes on to its end.
    package func close() { try? database.close() }

    /// What is wrong with the file as a whole, then with the rows outside the logs.
    package func generalFaults() throws(StorageError) -> [CorruptPlace] {
        let ofFile = try read { (access) throws(StorageError) in try access.fileFaults() }
        return ofFile + (try read { (access) throws(StorageError) in try access.recordFaults() })
    }

    /// Everything that has a log, sorted.
    package func documentIDs() throws(StorageError) -> [String] {
        try read { (access) throws(StorageError) in try access.documentIDs() }
    }

    /// A document, when every row of it is sound, else all that is wrong with it. `nil` when it has gone meanwhile.
    package func document(_ id: String) throws(StorageError) -> (stored: StoredDocument?, faults: [CorruptPlace]) {
        try read { (access) throws(StorageError) in
            let faults = try access.documentFaults(id)
            return (faults.isEmpty ? try access.document(id) : nil, faults)
        }
    }

    /// Every session, with what is wrong with its events and how many there are.
    package func sessions() throws(StorageError) -> [(id: String, events: Int, faults: [CorruptPlace])] {
        let ids = try read { (access) throws(StorageError) in
            try access.all("session", "SELECT id FROM session ORDER BY id") { (row) throws(StorageError) in
                try row.text("id")
            }
        }
        var sessions: [(id: String, events: Int, faults: [CorruptPlace])] = []
        for id in ids {
            sessions.append(
                try read { (access) throws(StorageError) in
                    let count = try access.number("SELECT count(*) FROM session_event WHERE sessionID = ?", [id])
                    return (id, Int(count ?? 0), try access.eventFaults(id))
                })
        }
        return sessions
    }

    /// What a session had come to; nil when all of its events are there, or it has gone meanwhile.
    package func sessionSnapshot(_ id: String) throws(StorageError) -> SessionSnapshot? {
        try read { (access) throws(StorageError) in
            guard try StorageError.typed({ try access.database.tableExists("session_snapshot") }) else { return nil }
            return try access.sessionSnapshot(id)
        }
    }

    /// One transaction: what it finds belongs to one moment.
    private func read<T>(_ body: (SQLiteAccess) throws(StorageError) -> T) throws(StorageError) -> T {
        try StorageError.typed { try database.read { try body(SQLiteAccess(database: $0)) } }
    }
}

extension SQLiteAccess {
    /// What SQLite itself finds wrong with the file (`PRAGMA integrity_check`), and references to rows that are gone.
    fileprivate func fileFaults() throws(StorageError) -> [CorruptPlace] {
        var faults = try gathering { () throws(StorageError) in
            try all(
                "file", "PRAGMA integrity_check", [], { (row) throws(StorageError) in try row.text("integrity_check") }
            )
            .filter { $0 != "ok" }.map { CorruptPlace.file(reason: $0) }
        }
        faults += try gathering { () throws(StorageError) in
            try all(
                "file", "PRAGMA foreign_key_check", [],
                { (row) throws(StorageError) in
                    .reference(table: try row.text("table"), parent: try row.text("parent"))
                })
        }
        return faults
    }

    /// Rows outside the logs that do not hold what their table says.
    fileprivate func recordFaults() throws(StorageError) -> [CorruptPlace] {
        try faults(in: "week", WeekRecord.init) + faults(in: "session", SessionRecord.init)
            + faults(in: "model", ModelRecord.init) + faults(in: "participant", ParticipantRecord.init)
            + faults(in: "draft", DraftRecord.init) + faults(in: "access_grant", GrantRecord.init)
            + faults(in: "goal_plan", PlanRecord.init) + faults(in: "goal_plan_change", PlanChangeRecord.init)
            + faults(in: "goal_plan_link", PlanLinkRecord.init) + faults(in: "document_version", VersionRecord.init)
            + faults(in: "sign_in", SignInRecord.init) + faults(in: "leader_request", LeaderRequestRecord.init)
            + faults(in: "session_snapshot", SessionSnapshot.init) + faults(in: "told_calendar", ToldCalendar.init)
            + faults(in: "setting", { (row) throws(StorageError) in try row.settingValue() })
    }

    private func faults<Record>(
        in table: String, _ make: (StoredRow) throws(StorageError) -> Record
    ) throws(StorageError) -> [CorruptPlace] {
        // What is looked through before it was opened may be older than the table.
        guard try StorageError.typed({ try database.tableExists(table) }) else { return [] }
        return try gathering { () throws(StorageError) in try faults(table, "SELECT * FROM \(table)", [], make) }
    }

    /// Every row of a document's log and its snapshot, also behind the first that is damaged.
    fileprivate func documentFaults(_ id: String) throws(StorageError) -> [CorruptPlace] {
        try gathering { () throws(StorageError) in
            var found = try faults(
                "document_snapshot", "SELECT * FROM document_snapshot WHERE documentID = ?", [id],
                { (row) throws(StorageError) in try StoredUpdate(snapshot: row, documentID: id) })
            found += try faults(
                "document_update", "SELECT * FROM document_update WHERE documentID = ? ORDER BY sequence", [id],
                { (row) throws(StorageError) in try StoredUpdate(row, documentID: id) })
            let numbers = try sequences("SELECT sequence FROM document_update WHERE documentID = ? ORDER BY 1", id)
            if let gap = Self.gap(in: numbers, after: try replacedSequence(of: id)) {
                found.append(.log(documentID: id, sequence: gap))
            }
            return found
        }
    }

    /// Every event of a session, also behind the first that is damaged.
    fileprivate func eventFaults(_ sessionID: String) throws(StorageError) -> [CorruptPlace] {
        try gathering { () throws(StorageError) in
            var found = try faults(
                "session_event", "SELECT * FROM session_event WHERE sessionID = ? ORDER BY sequence", [sessionID],
                { (row) throws(StorageError) in try EventRecord(row, sessionID: sessionID) })
            let numbers = try sequences("SELECT sequence FROM session_event WHERE sessionID = ? ORDER BY 1", sessionID)
            let snapshot = try hasSnapshots ? sessionSnapshot(sessionID) : nil
            let complete = snapshot?.completeAfter ?? 0
            if let gap = Self.gap(in: numbers.filter { $0 > complete }, after: complete) {
                found.append(.event(sessionID: sessionID, sequence: gap))
            }
            if let snapshot, numbers.count(where: { $0 <= complete }) != snapshot.kept {
                found.append(.history(sessionID: sessionID, through: complete))
            }
            return found
        }
    }

    /// What is looked through before it was opened may be older than the table.
    private var hasSnapshots: Bool {
        get throws(StorageError) { try StorageError.typed { try database.tableExists("session_snapshot") } }
    }

    private func sequences(_ sql: String, _ id: String) throws(StorageError) -> [Int64] {
        try all("log", sql, [id], { (row) throws(StorageError) in try row.integer("sequence") })
    }

    /// The first place at which `numbers` do not go on from `start` by ones.
    private static func gap(in numbers: [Int64], after start: Int64) -> Int64? {
        var expected = start
        for number in numbers {
            expected &+= 1
            if number != expected { return min(number, expected) }
        }
        return nil
    }

    /// What is wrong with each row by itself.
    private func faults<Record>(
        _ table: String, _ sql: String, _ arguments: StatementArguments,
        _ make: (StoredRow) throws(StorageError) -> Record
    ) throws(StorageError) -> [CorruptPlace] {
        try all(table, sql, arguments) { (row) throws(StorageError) -> [CorruptPlace] in
            try gathering { () throws(StorageError) in
                _ = try make(row)
                return []
            }
        }.flatMap(\.self)
    }

    /// Damage that stops `body` is one more finding; anything else is an error.
    private func gathering(
        _ body: () throws(StorageError) -> [CorruptPlace]
    ) throws(StorageError) -> [CorruptPlace] {
        do {
            return try body()
        } catch .corrupt(let place) {
            return [place]
        }
    }
}
