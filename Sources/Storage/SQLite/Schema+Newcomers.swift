import GRDB

extension Schema {
    /// Those who joined and were not seen yet. A row is nothing but a reference that SQLite enforces, so it has no
    /// checksum.
    static func makeNewcomerTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE newcomer (
                    participantID TEXT PRIMARY KEY NOT NULL REFERENCES participant ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID
                """)
    }
}
