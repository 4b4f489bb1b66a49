import GRDB

extension Database {
    /// Runs `body` with another busy timeout than the connection's own.
    func patiently(milliseconds: Int, _ body: () throws -> Void) throws {
        let usual = try Int.fetchOne(self, sql: "PRAGMA busy_timeout") ?? 0
        try execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
        defer { try? execute(sql: "PRAGMA busy_timeout = \(usual)") }
        try body()
    }

    /// A checkpoint that waits for readers as long as the busy timeout, and leaves the log empty. A database without
    /// one (in memory) has nothing to empty.
    /// - Throws: when a reader kept it from finishing.
    func checkpointAndTruncate() throws {
        let row = try Row.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        let busy: Int? = row?[0]
        if busy == 1 { throw StorageError.io("a reader kept the write-ahead log from being emptied") }
    }
}
