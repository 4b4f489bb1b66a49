import GRDB

extension SQLiteAccess {
    func sessions(ofWeek weekID: String) throws(StorageError) -> [SessionRecord] {
        try all(
            "session", "SELECT * FROM session WHERE weekID = ? ORDER BY position, id", [weekID], SessionRecord.init)
    }

    func session(_ id: String) throws(StorageError) -> SessionRecord? {
        try first("session", "SELECT * FROM session WHERE id = ?", [id], SessionRecord.init)
    }

    func session(joinCode: String) throws(StorageError) -> SessionRecord? {
        try first("session", "SELECT * FROM session WHERE joinCode = ?", [joinCode], SessionRecord.init)
    }

    func insertSession(_ session: SessionRecord) throws(StorageError) {
        try run(
            """
            INSERT INTO session (id, weekID, position, document, joinCode, joinCodeExpiresAt, createdAt)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                session.id, session.weekID, session.position, session.document, session.joinCode,
                session.joinCodeExpiresAt, session.createdAt,
            ])
        try seal("session", "id = ?", [session.id])
    }

    func updateSession(_ session: SessionRecord) throws(StorageError) {
        try change(
            "session \(session.id)",
            """
            UPDATE session SET weekID = ?, position = ?, document = ?, joinCode = ?, joinCodeExpiresAt = ?,
            createdAt = ? WHERE id = ?
            """,
            [
                session.weekID, session.position, session.document, session.joinCode, session.joinCodeExpiresAt,
                session.createdAt, session.id,
            ])
        try seal("session", "id = ?", [session.id])
    }
}

extension SessionRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            id: try row.text("id"), weekID: try row.text("weekID"), position: Int(try row.integer("position")),
            document: try row.text("document"), joinCode: try row.text("joinCode"),
            joinCodeExpiresAt: try row.optionalInteger("joinCodeExpiresAt"), createdAt: try row.integer("createdAt"))
        try row.checkWhole()
    }
}
