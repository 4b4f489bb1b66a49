import GRDB

extension Database {
    /// A checkpoint that waits for readers as long as the busy timeout, and leaves the log empty. A database without
    /// one (in memory) has nothing to empty.
    /// - Throws: when a reader kept it from finishing.
    func checkpointAndTruncate() throws {
        let row = try Row.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        let busy: Int? = row?[0]
        if busy == 1 { throw StorageError.io("a reader kept the write-ahead log from being emptied") }
    }
}
