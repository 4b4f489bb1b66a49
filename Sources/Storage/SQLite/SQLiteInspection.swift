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

    private func read<T>(_ body: (SQLiteAccess) throws(StorageError) -> T) throws(StorageError) -> T {
        try StorageError.typed { try database.read { try body(SQLiteAccess(database: $0)) } }
    }
}
