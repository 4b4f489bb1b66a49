import GRDB

extension Schema {
    /// What sessions have come to, so that nobody folds all that ever happened in them.
    static func makeSnapshotTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE session_snapshot (
                    sessionID TEXT PRIMARY KEY NOT NULL REFERENCES session ON DELETE CASCADE,
                    sequence INTEGER NOT NULL, completeAfter INTEGER NOT NULL, kept INTEGER NOT NULL,
                    document TEXT NOT NULL, checksum INTEGER
                ) STRICT
                """)
    }
}
