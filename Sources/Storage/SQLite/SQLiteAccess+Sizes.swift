import GRDB

/// How much of the file is whose. SQLite takes a blob's length from the head of its row, without reading it.
extension SQLiteAccess {
    func documentBytes(ofSession sessionID: String) throws(StorageError) -> Int64 {
        try documentBytes("SELECT id FROM model WHERE sessionID = ?", sessionID)
    }

    func documentBytes(ofWeek weekID: String) throws(StorageError) -> Int64 {
        try documentBytes("SELECT id FROM model WHERE weekID = ?", weekID)
    }

    func versionBytes(ofSession sessionID: String) throws(StorageError) -> Int64 {
        try number(
            """
            SELECT coalesce(sum(length(state)), 0) FROM document_version
            WHERE documentID IN (SELECT id FROM model WHERE sessionID = ?)
            """, [sessionID]) ?? 0
    }

    private func documentBytes(_ models: String, _ owner: String) throws(StorageError) -> Int64 {
        var sum: Int64 = 0
        for table in ["document_snapshot", "document_update"] {
            sum +=
                try number(
                    "SELECT coalesce(sum(length(bytes)), 0) FROM \(table) WHERE documentID IN (\(models))", [owner])
                ?? 0
        }
        return sum
    }
}
