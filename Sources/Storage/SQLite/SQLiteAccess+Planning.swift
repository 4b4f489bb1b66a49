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

extension SQLiteAccess {
    func weeks() throws(StorageError) -> [WeekRecord] {
        try all("week", "SELECT * FROM week ORDER BY createdAt, id", [], WeekRecord.init)
    }

    func week(_ id: String) throws(StorageError) -> WeekRecord? {
        try first("week", "SELECT * FROM week WHERE id = ?", [id], WeekRecord.init)
    }

    func insertWeek(_ week: WeekRecord) throws(StorageError) {
        try run(
            "INSERT INTO week (id, document, createdAt) VALUES (?, ?, ?)", [week.id, week.document, week.createdAt])
        try seal("week", "id = ?", [week.id])
    }

    func updateWeek(_ week: WeekRecord) throws(StorageError) {
        try change(
            "week \(week.id)", "UPDATE week SET document = ?, createdAt = ? WHERE id = ?",
            [week.document, week.createdAt, week.id])
        try seal("week", "id = ?", [week.id])
    }
}

extension WeekRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            id: try row.text("id"), document: try row.text("document"), createdAt: try row.integer("createdAt"))
        try row.checkWhole()
    }
}

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
