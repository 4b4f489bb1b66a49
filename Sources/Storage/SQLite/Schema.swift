import GRDB

/// The tables, version by version. A migration that was released is never changed: the next one changes the tables.
enum Schema {
    /// Migrations are named by their number.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1", migrate: makeFirstTables)
        migrator.registerMigration("2", migrate: addChecksums)
        migrator.registerMigration("3", migrate: makePlanTables)
        migrator.registerMigration("4", migrate: makeVersionTable)
        migrator.registerMigration("5", migrate: makeAnswerTable)
        migrator.registerMigration("6", migrate: makeAccessTables)
        migrator.registerMigration("7", migrate: makeSnapshotTable)
        migrator.registerMigration("8", migrate: makeCalendarTable)
        migrator.registerMigration("9", migrate: endParticipation)
        migrator.registerMigration("10", migrate: makeNewcomerTable)
        return migrator
    }

    /// The number of the last migration.
    static var supportedVersion: Int { version(of: migrator.migrations) }

    /// Brings the database up to date.
    /// - Throws: ``StorageError/newerVersion(found:supported:)``, with nothing changed.
    static func migrate(_ database: any DatabaseWriter) throws(StorageError) {
        try check(database)
        try StorageError.typed { try migrator.migrate(database) }
    }

    /// Changes nothing.
    /// - Returns: the version found; 0 when there are no tables of ours.
    /// - Throws: ``StorageError/newerVersion(found:supported:)``.
    @discardableResult
    static func check(_ database: any DatabaseReader) throws(StorageError) -> Int {
        let found = try StorageError.typed {
            version(of: try database.read { try migrator.appliedIdentifiers($0) })
        }
        guard found <= supportedVersion else {
            throw .newerVersion(found: found, supported: supportedVersion)
        }
        return found
    }

    private static func version(of identifiers: some Sequence<String>) -> Int {
        identifiers.compactMap { Int($0) }.max() ?? 0
    }
}

// MARK: - Checksums (2)

extension Schema {
    /// The tables outside the logs, whose rows carry a checksum of all their other columns, in this order.
    static let checkedColumns: [String: [String]] = [
        "week": ["id", "document", "createdAt"],
        "session": ["id", "weekID", "position", "document", "joinCode", "joinCodeExpiresAt", "createdAt"],
        "model": ["id", "weekID", "sessionID", "position", "level", "document", "confirmations", "createdAt"],
        "draft": ["weekID", "unitID", "version", "profile", "document", "createdAt"],
        "participant": [
            "id", "sessionID", "displayName", "unitID", "externalID", "function", "role", "joinedAt",
        ],
        "access_grant": [
            "id", "tokenHash", "role", "weekID", "sessionID", "unitID", "participantID", "createdAt", "expiresAt",
            "revokedAt",
        ],
        "setting": ["name", "value"],
        "sign_in": ["tokenHash", "linkHash", "browser", "firstUsedAt", "lastUsedAt"],
        "leader_request": ["weekID", "unitID", "sessionID", "askedAt"],
        "goal_plan": ["weekID", "unitID", "revision", "document"],
        "goal_plan_change": ["weekID", "unitID", "revision", "document", "frozen", "createdAt"],
        "goal_plan_link": ["weekID", "unitID", "modelID", "items", "contentVersion"],
        "session_snapshot": ["sessionID", "sequence", "completeAfter", "kept", "document"],
        "told_calendar": ["weekID", "name", "document"],
        "document_version": ["documentID", "number", "at", "parties", "contentVersion", "state"],
    ]

    /// Those that were there before their rows had checksums.
    private static let firstTables = ["week", "session", "model", "draft", "participant", "access_grant", "setting"]

    /// Gives the first tables the column, and what is stored already its checksum.
    private static func addChecksums(_ database: Database) throws {
        for table in firstTables {
            try database.execute(sql: "ALTER TABLE \(table) ADD COLUMN checksum INTEGER")
            try database.execute(sql: sealing(table))
        }
    }

    /// The statement that gives rows of `table` their checksum; a condition may follow it.
    static func sealing(_ table: String) -> String {
        "UPDATE \(table) SET checksum = \(RowChecksum.function.name)(\((checkedColumns[table] ?? []).joined(separator: ", ")))"
    }
}

// MARK: - Tables by migration

extension Schema {
    // MARK: 1: weeks, logs, people

    /// Tables are STRICT, so that a column holds what it says. Logs are WITHOUT ROWID: their key is their order.
    private static func makeFirstTables(_ database: Database) throws {
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

    // MARK: 3: plans

    /// Goal plans: as they stand, their history, and the way back from the models.
    private static func makePlanTables(_ database: Database) throws {
        for statement in planTables { try database.execute(sql: statement) }
    }

    private static let planTables = [
        """
        CREATE TABLE goal_plan (
            weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE, unitID TEXT NOT NULL, revision INTEGER NOT NULL,
            document TEXT NOT NULL, checksum INTEGER, PRIMARY KEY (weekID, unitID)
        ) STRICT
        """,
        """
        CREATE TABLE goal_plan_change (
            weekID TEXT NOT NULL, unitID TEXT NOT NULL, revision INTEGER NOT NULL, document TEXT NOT NULL,
            frozen TEXT, createdAt INTEGER NOT NULL, checksum INTEGER,
            PRIMARY KEY (weekID, unitID, revision),
            FOREIGN KEY (weekID, unitID) REFERENCES goal_plan ON DELETE CASCADE
        ) STRICT
        """,
        """
        CREATE TABLE goal_plan_link (
            weekID TEXT NOT NULL, unitID TEXT NOT NULL, modelID TEXT NOT NULL, items INTEGER NOT NULL,
            contentVersion TEXT NOT NULL, checksum INTEGER, PRIMARY KEY (weekID, unitID, modelID),
            FOREIGN KEY (weekID, unitID) REFERENCES goal_plan ON DELETE CASCADE
        ) STRICT
        """,
        "CREATE INDEX goal_plan_link_by_model ON goal_plan_link (modelID)",
    ]

    // MARK: 4: versions

    /// What documents said before.
    private static func makeVersionTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE document_version (
                    documentID TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, parties TEXT NOT NULL,
                    contentVersion TEXT NOT NULL, state BLOB NOT NULL, checksum INTEGER,
                    PRIMARY KEY (documentID, number)
                ) STRICT
                """)
    }

    // MARK: 5: answers

    /// What requests that made something were answered, for a day.
    private static func makeAnswerTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE request_answer (
                    id BLOB PRIMARY KEY NOT NULL, asker BLOB NOT NULL, request BLOB NOT NULL, answer BLOB NOT NULL,
                    at INTEGER NOT NULL
                ) STRICT, WITHOUT ROWID
                """)
        try database.execute(sql: "CREATE INDEX request_answer_by_time ON request_answer (at)")
        try database.execute(sql: "CREATE INDEX request_answer_by_asker ON request_answer (asker, at)")
    }

    // MARK: 6 and 9: links and who joined

    /// Browsers that came in by a link, and what facilitators asked the administrator for.
    private static func makeAccessTables(_ database: Database) throws {
        for statement in accessTables { try database.execute(sql: statement) }
    }

    /// What those who joined were given before it had an end ends half a year after they came.
    private static func endParticipation(_ database: Database) throws {
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

    // MARK: 7: snapshots

    /// What sessions have come to, so that nobody folds all that ever happened in them.
    private static func makeSnapshotTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE session_snapshot (
                    sessionID TEXT PRIMARY KEY NOT NULL REFERENCES session ON DELETE CASCADE,
                    sequence INTEGER NOT NULL, completeAfter INTEGER NOT NULL, kept INTEGER NOT NULL,
                    document TEXT NOT NULL, checksum INTEGER
                ) STRICT
                """)
    }

    // MARK: 8: calendars

    /// What calendars have told, so that they can say what was changed and what is gone.
    private static func makeCalendarTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE told_calendar (
                    weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE, name TEXT NOT NULL,
                    document TEXT NOT NULL, checksum INTEGER, PRIMARY KEY (weekID, name)
                ) STRICT
                """)
    }

    // MARK: 10: newcomers

    /// Those who joined and were not seen yet. A row is nothing but a reference that SQLite enforces, so it has no
    /// checksum.
    private static func makeNewcomerTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE newcomer (
                    participantID TEXT PRIMARY KEY NOT NULL REFERENCES participant ON DELETE CASCADE
                ) STRICT, WITHOUT ROWID
                """)
    }
}
