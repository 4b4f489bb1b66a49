import GRDB
import Planning

extension SQLiteAccess {
    func models(ofWeek weekID: String) throws(StorageError) -> [ModelRecord] {
        try all(
            "model",
            """
            SELECT model.* FROM model JOIN session ON session.id = model.sessionID WHERE model.weekID = ?
            ORDER BY session.position, session.id, model.position, model.id
            """,
            [weekID], ModelRecord.init)
    }

    func modelCount(ofWeek weekID: String) throws(StorageError) -> Int {
        Int(try number("SELECT count(*) FROM model WHERE weekID = ?", [weekID]) ?? 0)
    }

    func models(ofSession sessionID: String) throws(StorageError) -> [ModelRecord] {
        try all("model", "SELECT * FROM model WHERE sessionID = ? ORDER BY position, id", [sessionID], ModelRecord.init)
    }

    func model(_ id: String) throws(StorageError) -> ModelRecord? {
        try first("model", "SELECT * FROM model WHERE id = ?", [id], ModelRecord.init)
    }

    func insertModel(_ model: ModelRecord) throws(StorageError) {
        try run(
            """
            INSERT INTO model (id, weekID, sessionID, position, level, document, confirmations, createdAt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                model.id, model.weekID, model.sessionID, model.position, model.level.rawValue, model.document,
                model.confirmations, model.createdAt,
            ])
        try seal("model", "id = ?", [model.id])
    }

    func updateModel(_ model: ModelRecord) throws(StorageError) {
        try change(
            "model \(model.id)",
            """
            UPDATE model SET weekID = ?, sessionID = ?, position = ?, level = ?, document = ?, confirmations = ?,
            createdAt = ? WHERE id = ?
            """,
            [
                model.weekID, model.sessionID, model.position, model.level.rawValue, model.document,
                model.confirmations, model.createdAt, model.id,
            ])
        try seal("model", "id = ?", [model.id])
    }
}

extension ModelRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            id: try row.text("id"), weekID: try row.text("weekID"), sessionID: try row.text("sessionID"),
            position: Int(try row.integer("position")), level: try row.word("level"),
            document: try row.text("document"), confirmations: try row.text("confirmations"),
            createdAt: try row.integer("createdAt"))
        try row.checkWhole()
    }
}
