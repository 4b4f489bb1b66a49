import CRDT
import Rooms
import Storage

/// Looks through a data directory: the file, every row of the logs, and whether each document can be loaded from them.
package struct DataCheck {
    private let inspection: SQLiteInspection
    private let report: (String) -> Void
    private var faults = 0

    /// Reads everything and changes nothing; may run beside a server.
    ///
    /// - Parameters:
    ///   - directory: the data directory, or a backup.
    ///   - report: gets what was found, line by line, faults behind `fault:`.
    /// - Returns: the number of faults.
    /// - Throws: `SetupError.noData`; `StorageError` when it cannot be read, or is of a newer version.
    package static func run(directory: String, report: @escaping (String) -> Void) throws -> Int {
        try run(database: DataDirectory(directory).database, of: directory, report: report)
    }

    static func run(database path: String, of directory: String, report: @escaping (String) -> Void) throws -> Int {
        let inspection: SQLiteInspection
        do {
            inspection = try SQLiteInspection(path: path)
        } catch StorageError.notFound {
            throw SetupError.noData(directory: directory)
        } catch StorageError.corrupt(let place) {
            report("fault: \(place)")
            return 1
        }
        defer { inspection.close() }
        guard inspection.schemaVersion > 0 else { throw SetupError.noData(directory: directory) }
        var check = DataCheck(inspection: inspection, report: report)
        try check.run()
        return check.faults
    }

    private init(inspection: SQLiteInspection, report: @escaping (String) -> Void) {
        self.inspection = inspection
        self.report = report
    }

    private mutating func run() throws {
        report("schema: \(inspection.schemaVersion) of \(SQLiteInspection.supportedVersion)")
        do {
            let general = try inspection.generalFaults()
            report("file: \(general.isEmpty ? "sound" : "\(general.count) fault(s)")")
            tell(general)
            try checkDocuments()
            try checkSessions()
        } catch StorageError.corrupt(let place) {
            // The file cannot be read any further.
            tell([place])
        }
        report(faults == 0 ? "sound" : "\(faults) fault(s)")
    }

    private mutating func checkDocuments() throws {
        var (loaded, updates, snapshots) = (0, 0, 0)
        let ids = try inspection.documentIDs()
        for id in ids {
            let (stored, found) = try inspection.document(id)
            tell(found)
            guard let stored, load(stored, id) else { continue }
            loaded += 1
            updates += stored.updates.count
            if stored.snapshot != nil { snapshots += 1 }
        }
        report("documents: \(loaded) of \(ids.count) loaded, \(updates) update(s) on \(snapshots) snapshot(s)")
    }

    /// Puts the document together as a server would.
    private mutating func load(_ stored: StoredDocument, _ id: String) -> Bool {
        do {
            let document = try stored.restore(id: id)
            if document.hasPending { report("note: document \(id) holds edits that wait for others, which never came") }
            return true
        } catch {
            faults += 1
            report("fault: document \(id) does not load: \(error)")
            return false
        }
    }

    private mutating func checkSessions() throws {
        let sessions = try inspection.sessions()
        for session in sessions {
            tell(session.faults)
            if session.faults.isEmpty { try checkSnapshot(of: session.id) }
        }
        report("sessions: \(sessions.count), \(sessions.reduce(0) { $0 + $1.events }) event(s)")
    }

    /// Reads what a session had come to, as a server would. What is wrong with the row itself was told before.
    private mutating func checkSnapshot(of id: String) throws {
        guard let snapshot = try? inspection.sessionSnapshot(id) else { return }
        guard (try? StoredSession.state(of: snapshot)) == nil else { return }
        faults += 1
        report("fault: session \(id) does not load from its snapshot")
    }

    private mutating func tell(_ places: [CorruptPlace]) {
        faults += places.count
        for place in places { report("fault: \(place)") }
    }
}
