import GRDB

extension Schema {
    /// Goal plans: as they stand, their history, and the way back from the models.
    static func makePlanTables(_ database: Database) throws {
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
}
