import GRDB

extension SQLiteAccess {
    func drafts(weekID: String, unitID: String) throws(StorageError) -> [DraftRecord] {
        try all(
            "draft", "SELECT * FROM draft WHERE weekID = ? AND unitID = ? ORDER BY version DESC", [weekID, unitID],
            DraftRecord.init)
    }

    func latestDraft(weekID: String, unitID: String) throws(StorageError) -> DraftRecord? {
        try first(
            "draft", "SELECT * FROM draft WHERE weekID = ? AND unitID = ? ORDER BY version DESC LIMIT 1",
            [weekID, unitID], DraftRecord.init)
    }

    func draftKeys(ofWeek weekID: String) throws(StorageError) -> [(unitID: String, version: Int)] {
        try all(
            "draft", "SELECT unitID, version FROM draft WHERE weekID = ? ORDER BY unitID, version", [weekID],
            { (row) throws(StorageError) in (try row.text("unitID"), Int(try row.integer("version"))) })
    }

    func draft(weekID: String, unitID: String, version: Int) throws(StorageError) -> DraftRecord? {
        try first(
            "draft", "SELECT * FROM draft WHERE weekID = ? AND unitID = ? AND version = ?", [weekID, unitID, version],
            DraftRecord.init)
    }

    func blankDraft(weekID: String, unitID: String, version: Int) throws(StorageError) {
        let condition = "weekID = ? AND unitID = ? AND version = ?"
        try run("UPDATE draft SET document = '{}' WHERE \(condition)", [weekID, unitID, version])
        try seal("draft", condition, [weekID, unitID, version])
    }

    func saveDraft(_ draft: DraftRecord, keeping count: Int) throws(StorageError) {
        let latest = try latestDraft(weekID: draft.weekID, unitID: draft.unitID)?.version ?? 0
        guard draft.version >= 1,
            try self.draft(weekID: draft.weekID, unitID: draft.unitID, version: draft.version) == nil
        else { throw .conflict("draft \(draft.version) after draft \(latest)") }
        try run(
            "INSERT INTO draft (weekID, unitID, version, profile, document, createdAt) VALUES (?, ?, ?, ?, ?, ?)",
            [draft.weekID, draft.unitID, draft.version, draft.profile, draft.document, draft.createdAt])
        try seal(
            "draft", "weekID = ? AND unitID = ? AND version = ?", [draft.weekID, draft.unitID, draft.version])
        try run(
            "DELETE FROM draft WHERE weekID = ? AND unitID = ? AND version <> ? AND (version <= ? OR document = ?)",
            [
                draft.weekID, draft.unitID, draft.version, max(latest, draft.version) - count, draft.document,
            ])
    }
}

extension DraftRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            weekID: try row.text("weekID"), unitID: try row.text("unitID"), version: Int(try row.integer("version")),
            profile: try row.text("profile"), document: try row.text("document"),
            createdAt: try row.integer("createdAt"))
        try row.checkWhole()
    }
}
