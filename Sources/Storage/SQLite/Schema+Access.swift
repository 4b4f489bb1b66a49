import GRDB

extension Schema {
    /// Browsers that came in by a link, and what facilitators asked the administrator for.
    static func makeAccessTables(_ database: Database) throws {
        for statement in accessTables { try database.execute(sql: statement) }
    }

    private static let accessTables = [
        """
        CREATE TABLE sign_in (
            tokenHash BLOB PRIMARY KEY NOT NULL CHECK (length(tokenHash) = 32),
            linkHash BLOB NOT NULL CHECK (length(linkHash) = 32), browser TEXT NOT NULL, firstUsedAt INTEGER NOT NULL,
            lastUsedAt INTEGER NOT NULL, checksum INTEGER
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX sign_in_by_link ON sign_in (linkHash)",
        """
        CREATE TABLE leader_request (
            weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE, unitID TEXT NOT NULL,
            sessionID TEXT NOT NULL REFERENCES session ON DELETE CASCADE, askedAt INTEGER NOT NULL, checksum INTEGER,
            PRIMARY KEY (weekID, unitID)
        ) STRICT
        """,
    ]
}
