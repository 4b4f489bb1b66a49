import Foundation
import GRDB

extension SQLiteAccess {
    /// A log with a gap is damage: what follows from the missing update would wait for it for ever.
    func document(_ id: String) throws(StorageError) -> StoredDocument? {
        let snapshot = try snapshot(of: id)
        let updates = try all(
            "document_update", "SELECT * FROM document_update WHERE documentID = ? ORDER BY sequence", [id],
            { (row) throws(StorageError) in try StoredUpdate(row, documentID: id) })
        guard snapshot != nil || !updates.isEmpty else { return nil }
        let through = snapshot?.sequence ?? 0
        var expected = through
        for update in updates {
            expected &+= 1
            guard update.sequence == expected else {
                throw .corrupt(.log(documentID: id, sequence: min(update.sequence, expected)))
            }
        }
        return StoredDocument(snapshot: snapshot?.bytes, snapshotSequence: through, updates: updates)
    }

    func documentIDs() throws(StorageError) -> [String] {
        try all(
            "document_update",
            "SELECT documentID FROM document_snapshot UNION SELECT documentID FROM document_update ORDER BY 1", [],
            { (row) throws(StorageError) in try row.text("documentID") })
    }

    func appendUpdate(documentID: String, bytes: [UInt8]) throws(StorageError) -> Int64 {
        let last = try lastSequence(of: documentID)
        guard last < .max else { throw .corrupt(.log(documentID: documentID, sequence: last)) }
        let sequence = last + 1
        try run(
            "INSERT INTO document_update (documentID, sequence, bytes, checksum) VALUES (?, ?, ?, ?)",
            [documentID, sequence, Data(bytes), RowChecksum.make(key: documentID, sequence: sequence, bytes: bytes)])
        return sequence
    }

    /// Updates committed while the snapshot was made have higher numbers, and stay.
    func replaceLog(documentID: String, snapshot: [UInt8], throughSequence: Int64) throws(StorageError) {
        let replaced = try replacedSequence(of: documentID)
        let last = try lastSequence(of: documentID)
        guard throughSequence >= replaced, throughSequence <= last else {
            throw .conflict("snapshot through \(throughSequence) of a log from \(replaced) to \(last)")
        }
        let checksum = RowChecksum.make(key: documentID, sequence: throughSequence, bytes: snapshot)
        try run(
            """
            INSERT INTO document_snapshot (documentID, throughSequence, bytes, checksum) VALUES (?, ?, ?, ?)
            ON CONFLICT (documentID) DO UPDATE SET
            throughSequence = excluded.throughSequence, bytes = excluded.bytes, checksum = excluded.checksum
            """,
            [documentID, throughSequence, Data(snapshot), checksum])
        try run("DELETE FROM document_update WHERE documentID = ? AND sequence <= ?", [documentID, throughSequence])
    }

    /// Looked up, not counted in a row of its own: that row would be written again with every update.
    private func lastSequence(of documentID: String) throws(StorageError) -> Int64 {
        let logged = try number("SELECT max(sequence) FROM document_update WHERE documentID = ?", [documentID])
        if let logged { return logged }
        return try replacedSequence(of: documentID)
    }

    /// 0 where nothing was replaced.
    func replacedSequence(of documentID: String) throws(StorageError) -> Int64 {
        try number("SELECT throughSequence FROM document_snapshot WHERE documentID = ?", [documentID]) ?? 0
    }

    private func snapshot(of documentID: String) throws(StorageError) -> StoredUpdate? {
        try first(
            "document_snapshot", "SELECT * FROM document_snapshot WHERE documentID = ?", [documentID],
            { (row) throws(StorageError) in try StoredUpdate(snapshot: row, documentID: documentID) })
    }
}

extension StoredUpdate {
    init(_ row: StoredRow, documentID: String) throws(StorageError) {
        self.init(sequence: try row.integer("sequence"), bytes: try row.bytes("bytes"))
        guard try row.integer("checksum") == RowChecksum.make(key: documentID, sequence: sequence, bytes: bytes)
        else { throw .corrupt(.update(documentID: documentID, sequence: sequence)) }
    }

    init(snapshot row: StoredRow, documentID: String) throws(StorageError) {
        self.init(sequence: try row.integer("throughSequence"), bytes: try row.bytes("bytes"))
        guard try row.integer("checksum") == RowChecksum.make(key: documentID, sequence: sequence, bytes: bytes)
        else { throw .corrupt(.snapshot(documentID: documentID)) }
    }
}

extension SQLiteAccess {
    /// Without their states: a list of hundreds would be hundreds of documents.
    func versions(ofDocument id: String) throws(StorageError) -> [VersionRecord] {
        try all(
            "document_version", "SELECT * FROM document_version WHERE documentID = ? ORDER BY number DESC", [id],
            { (row) throws(StorageError) in
                var version = try VersionRecord(row)
                version.state = []
                return version
            })
    }

    func version(_ number: Int64, ofDocument id: String) throws(StorageError) -> VersionRecord? {
        try first(
            "document_version", "SELECT * FROM document_version WHERE documentID = ? AND number = ?", [id, number],
            VersionRecord.init)
    }

    func versionNumbers(ofDocument id: String) throws(StorageError) -> [Int64] {
        try all(
            "document_version", "SELECT number FROM document_version WHERE documentID = ? ORDER BY number", [id],
            { (row) throws(StorageError) in try row.integer("number") })
    }

    func rewriteVersion(_ version: VersionRecord) throws(StorageError) {
        try change(
            "version \(version.number) of \(version.documentID)",
            "UPDATE document_version SET state = ? WHERE documentID = ? AND number = ?",
            [Data(version.state), version.documentID, version.number])
        try seal("document_version", "documentID = ? AND number = ?", [version.documentID, version.number])
    }

    func deleteVersion(_ number: Int64, ofDocument id: String) throws(StorageError) {
        try run("DELETE FROM document_version WHERE documentID = ? AND number = ?", [id, number])
    }

    /// The newest with the same content is taken for the same version, whoever asks.
    func keepVersion(_ version: VersionRecord, upTo count: Int) throws(StorageError) -> VersionRecord {
        let last = try first(
            "document_version", "SELECT * FROM document_version WHERE documentID = ? ORDER BY number DESC LIMIT 1",
            [version.documentID], VersionRecord.init)
        if let last, last.contentVersion == version.contentVersion { return last }
        var kept = version
        kept.number = (last?.number ?? 0) + 1
        try run(
            """
            INSERT INTO document_version (documentID, number, at, parties, contentVersion, state)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [kept.documentID, kept.number, kept.at, kept.parties, kept.contentVersion, Data(kept.state)])
        try seal("document_version", "documentID = ? AND number = ?", [kept.documentID, kept.number])
        try run(
            "DELETE FROM document_version WHERE documentID = ? AND number <= ?",
            [kept.documentID, kept.number - Int64(count)])
        return kept
    }
}

extension VersionRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            documentID: try row.text("documentID"), number: try row.integer("number"), at: try row.integer("at"),
            parties: try row.text("parties"), contentVersion: try row.text("contentVersion"),
            state: try row.bytes("state"))
        try row.checkWhole()
    }
}
