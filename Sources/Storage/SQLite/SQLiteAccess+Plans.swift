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
