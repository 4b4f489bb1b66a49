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
