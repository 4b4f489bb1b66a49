import GRDB

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
