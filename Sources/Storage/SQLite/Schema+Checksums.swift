import GRDB

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
    static func addChecksums(_ database: Database) throws {
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
