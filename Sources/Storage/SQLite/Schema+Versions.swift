import GRDB

extension Schema {
    /// What documents said before.
    static func makeVersionTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE document_version (
                    documentID TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, parties TEXT NOT NULL,
                    contentVersion TEXT NOT NULL, state BLOB NOT NULL, checksum INTEGER,
                    PRIMARY KEY (documentID, number)
                ) STRICT
                """)
    }
}
