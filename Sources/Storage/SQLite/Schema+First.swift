import GRDB

extension Schema {
    /// Tables are STRICT, so that a column holds what it says. Logs are WITHOUT ROWID: their key is their order.
    static func makeFirstTables(_ database: Database) throws {
        for statement in planningTables + logTables + peopleTables {
            try database.execute(sql: statement)
        }
    }

    private static let planningTables = [
        """
        CREATE TABLE week (
            id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL, createdAt INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE session (
            id TEXT PRIMARY KEY NOT NULL, weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE,
            position INTEGER NOT NULL, document TEXT NOT NULL, joinCode TEXT NOT NULL UNIQUE,
            joinCodeExpiresAt INTEGER, createdAt INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX session_by_week ON session (weekID, position)",
        """
        CREATE TABLE model (
            id TEXT PRIMARY KEY NOT NULL, weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE,
            sessionID TEXT NOT NULL REFERENCES session ON DELETE CASCADE, position INTEGER NOT NULL,
            level TEXT NOT NULL, document TEXT NOT NULL, confirmations TEXT NOT NULL, createdAt INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX model_by_week ON model (weekID)",
        "CREATE INDEX model_by_session ON model (sessionID, position)",
        """
        CREATE TABLE draft (
            weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE, unitID TEXT NOT NULL, version INTEGER NOT NULL,
            profile TEXT NOT NULL, document TEXT NOT NULL, createdAt INTEGER NOT NULL,
            PRIMARY KEY (weekID, unitID, version)
        ) STRICT
        """,
    ]

    private static let logTables = [
        """
        CREATE TABLE document_update (
            documentID TEXT NOT NULL, sequence INTEGER NOT NULL, bytes BLOB NOT NULL, checksum INTEGER NOT NULL,
            PRIMARY KEY (documentID, sequence)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE document_snapshot (
            documentID TEXT PRIMARY KEY NOT NULL, throughSequence INTEGER NOT NULL, bytes BLOB NOT NULL,
            checksum INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE session_event (
            sessionID TEXT NOT NULL REFERENCES session ON DELETE CASCADE, sequence INTEGER NOT NULL,
            at INTEGER NOT NULL, json TEXT NOT NULL, checksum INTEGER NOT NULL, PRIMARY KEY (sessionID, sequence)
        ) STRICT, WITHOUT ROWID
        """,
    ]

    private static let peopleTables = [
        """
        CREATE TABLE participant (
            id TEXT PRIMARY KEY NOT NULL, sessionID TEXT NOT NULL REFERENCES session ON DELETE CASCADE,
            displayName TEXT NOT NULL, unitID TEXT, externalID TEXT, function TEXT NOT NULL, role TEXT NOT NULL,
            joinedAt INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX participant_by_session ON participant (sessionID)",
        """
        CREATE TABLE access_grant (
            id INTEGER PRIMARY KEY AUTOINCREMENT, tokenHash BLOB NOT NULL CHECK (length(tokenHash) = 32),
            role TEXT NOT NULL, weekID TEXT REFERENCES week ON DELETE CASCADE,
            sessionID TEXT REFERENCES session ON DELETE CASCADE, unitID TEXT,
            participantID TEXT REFERENCES participant ON DELETE CASCADE, createdAt INTEGER NOT NULL,
            expiresAt INTEGER, revokedAt INTEGER
        ) STRICT
        """,
        "CREATE INDEX access_grant_by_token ON access_grant (tokenHash)",
        "CREATE TABLE setting (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
    ]
}
