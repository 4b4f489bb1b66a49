import Foundation
import GRDB

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
