import GRDB

extension SQLiteAccess {
    func toldCalendar(weekID: String, name: String) throws(StorageError) -> ToldCalendar? {
        try first(
            "told_calendar", "SELECT * FROM told_calendar WHERE weekID = ? AND name = ?", [weekID, name],
            ToldCalendar.init)
    }

    func saveToldCalendar(_ calendar: ToldCalendar) throws(StorageError) {
        try run(
            """
            INSERT INTO told_calendar (weekID, name, document) VALUES (?, ?, ?)
            ON CONFLICT (weekID, name) DO UPDATE SET document = excluded.document
            """, [calendar.weekID, calendar.name, calendar.document])
        try seal("told_calendar", "weekID = ? AND name = ?", [calendar.weekID, calendar.name])
    }
}

extension ToldCalendar {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(weekID: try row.text("weekID"), name: try row.text("name"), document: try row.text("document"))
        try row.checkWhole()
    }
}
