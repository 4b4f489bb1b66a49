import GRDB

extension Schema {
    /// What calendars have told, so that they can say what was changed and what is gone.
    static func makeCalendarTable(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE told_calendar (
                    weekID TEXT NOT NULL REFERENCES week ON DELETE CASCADE, name TEXT NOT NULL,
                    document TEXT NOT NULL, checksum INTEGER, PRIMARY KEY (weekID, name)
                ) STRICT
                """)
    }
}
