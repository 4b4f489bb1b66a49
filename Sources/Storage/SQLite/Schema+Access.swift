import GRDB

extension Schema {
    /// Browsers that came in by a link, and what facilitators asked the administrator for.
    static func makeAccessTables(_ database: Database) throws {
        for statement in accessTables { try database.execute(sql: statement) }
    }

    /// What those who joined were given before it had an end ends half a year after they came.
    static func endParticipation(_ database: Database) throws {
        let condition = "participantID IS NOT NULL AND expiresAt IS NULL"
        let ids = try Int64.fetchAll(database, sql: "SELECT id FROM access_grant WHERE \(condition)")
        try database.execute(
            sql: "UPDATE access_grant SET expiresAt = createdAt + ? WHERE \(condition)",
            arguments: [180 * 24 * 60 * 60 * 1_000 as Int64])
        for id in ids {
            try database.execute(sql: "\(sealing("access_grant")) WHERE id = ?", arguments: [id])
        }
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
