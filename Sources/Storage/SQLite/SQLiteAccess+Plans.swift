import GRDB

extension SQLiteAccess {
    func plan(weekID: String, unitID: String) throws(StorageError) -> PlanRecord? {
        try first(
            "goal_plan", "SELECT * FROM goal_plan WHERE weekID = ? AND unitID = ?", [weekID, unitID], PlanRecord.init)
    }

    func plans(ofWeek weekID: String) throws(StorageError) -> [PlanRecord] {
        try all(
            "goal_plan", "SELECT * FROM goal_plan WHERE weekID = ? ORDER BY unitID", [weekID], PlanRecord.init)
    }

    func planChanges(weekID: String, unitID: String) throws(StorageError) -> [PlanChangeRecord] {
        try all(
            "goal_plan_change",
            "SELECT * FROM goal_plan_change WHERE weekID = ? AND unitID = ? ORDER BY revision DESC", [weekID, unitID],
            PlanChangeRecord.init)
    }

    func planChange(weekID: String, unitID: String, revision: Int) throws(StorageError) -> PlanChangeRecord? {
        try first(
            "goal_plan_change", "SELECT * FROM goal_plan_change WHERE weekID = ? AND unitID = ? AND revision = ?",
            [weekID, unitID, revision], PlanChangeRecord.init)
    }

    func planLinks(ofModel modelID: String) throws(StorageError) -> [PlanLinkRecord] {
        try all(
            "goal_plan_link", "SELECT * FROM goal_plan_link WHERE modelID = ? ORDER BY weekID, unitID", [modelID],
            PlanLinkRecord.init)
    }

    /// The revision is looked up here, in the transaction: of two who save at once the second is refused.
    func savePlan(_ plan: PlanRecord, change: PlanChangeRecord, links: [PlanLinkRecord]) throws(StorageError) {
        let known = try number(
            "SELECT revision FROM goal_plan WHERE weekID = ? AND unitID = ?", [plan.weekID, plan.unitID])
        guard plan.revision == Int(known ?? 0) + 1, change.revision == plan.revision else {
            throw .conflict("plan revision \(plan.revision) after \(known ?? 0)")
        }
        try run(
            """
            INSERT INTO goal_plan (weekID, unitID, revision, document) VALUES (?, ?, ?, ?)
            ON CONFLICT (weekID, unitID) DO UPDATE SET revision = excluded.revision, document = excluded.document
            """,
            [plan.weekID, plan.unitID, plan.revision, plan.document])
        try seal("goal_plan", "weekID = ? AND unitID = ?", [plan.weekID, plan.unitID])
        try run(
            """
            INSERT INTO goal_plan_change (weekID, unitID, revision, document, frozen, createdAt)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            [plan.weekID, plan.unitID, change.revision, change.document, change.frozen, change.createdAt])
        try seal(
            "goal_plan_change", "weekID = ? AND unitID = ? AND revision = ?",
            [plan.weekID, plan.unitID, change.revision])
        try run("DELETE FROM goal_plan_link WHERE weekID = ? AND unitID = ?", [plan.weekID, plan.unitID])
        for link in links {
            try run(
                "INSERT INTO goal_plan_link (weekID, unitID, modelID, items, contentVersion) VALUES (?, ?, ?, ?, ?)",
                [plan.weekID, plan.unitID, link.modelID, link.items, link.contentVersion])
        }
        try seal("goal_plan_link", "weekID = ? AND unitID = ?", [plan.weekID, plan.unitID])
    }
}

extension PlanRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            weekID: try row.text("weekID"), unitID: try row.text("unitID"),
            revision: Int(try row.integer("revision")), document: try row.text("document"))
        try row.checkWhole()
    }
}

extension PlanChangeRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            weekID: try row.text("weekID"), unitID: try row.text("unitID"),
            revision: Int(try row.integer("revision")), document: try row.text("document"),
            frozen: try row.optionalText("frozen"), createdAt: try row.integer("createdAt"))
        try row.checkWhole()
    }
}

extension PlanLinkRecord {
    init(_ row: StoredRow) throws(StorageError) {
        self.init(
            weekID: try row.text("weekID"), unitID: try row.text("unitID"), modelID: try row.text("modelID"),
            items: Int(try row.integer("items")), contentVersion: try row.text("contentVersion"))
        try row.checkWhole()
    }
}

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
