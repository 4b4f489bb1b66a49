import GRDB

/// How SQLite is used.
package struct SQLiteOptions: Sendable {
    /// Connections that read beside the writer: loads at a start, and exports, should not queue behind each other.
    package var readers = 4
    /// How long to wait for another program that has the database locked (a backup, the `sqlite3` shell).
    package var busyTimeoutSeconds: Double = 5
    /// Bodies that share a commit: bounds how long the first of them waits for the last.
    package var bodiesPerCommit = 1_024
    /// Bodies that may wait. At 1,000 commits a second of one body each this is a minute; more only hides that the
    /// disk cannot keep up.
    package var waitingBodies = 65_536
    /// Upper bound of the file's size in bytes, nil for none: a full database fails alone, a full disk everything. A
    /// municipality's week with everything that was ever written in it comes to some hundred megabytes.
    package var maximumBytes: Int64? = 16 << 30

    package init() {}
}

extension SQLiteStorage {
    /// What every connection is opened with, the readers and the inspection among them.
    static func configuration(_ options: SQLiteOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "Samspil"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(options.busyTimeoutSeconds)
        configuration.maximumReaderCount = options.readers
        // A rollback that fails leaves a transaction open; the next group rolls it back, and must not trap on it.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            database.add(function: RowChecksum.function)
            for pragma in ["secure_delete = ON", "cell_size_check = ON", "trusted_schema = OFF"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
            guard let bytes = options.maximumBytes else { return }
            let pageSize = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
            try database.execute(sql: "PRAGMA max_page_count = \(max(1, bytes / pageSize))")
        }
        return configuration
    }
}
