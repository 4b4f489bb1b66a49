import GRDB

extension Schema {
    /// What requests that made something were answered, for a day.
    static func makeAnswerTable(_ database: Database) throws {
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
}
