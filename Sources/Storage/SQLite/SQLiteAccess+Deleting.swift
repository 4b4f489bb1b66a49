import GRDB

/// What goes with a week, a session or a model. Rows of the planning tables follow by their references; documents have
/// none, because their log is written without looking anything up.
extension SQLiteAccess {
    func deleteWeek(_ id: String) throws(StorageError) {
        try deleteDocuments("weekID", id)
        try change("week \(id)", "DELETE FROM week WHERE id = ?", [id])
    }

    func deleteSession(_ id: String) throws(StorageError) {
        try deleteDocuments("sessionID", id)
        // A session's calendar; the week it is in knows no other of the name.
        try run("DELETE FROM told_calendar WHERE name = ?", ["session:\(id)"])
        try change("session \(id)", "DELETE FROM session WHERE id = ?", [id])
    }

    func deleteModel(_ id: String) throws(StorageError) {
        try deleteDocuments("id", id)
        try change("model \(id)", "DELETE FROM model WHERE id = ?", [id])
    }

    /// - Parameter column: of the table `model`, which says whose documents.
    private func deleteDocuments(_ column: String, _ id: String) throws(StorageError) {
        let models = "(SELECT id FROM model WHERE \(column) = ?)"
        for table in ["document_update", "document_snapshot", "document_version"] {
            try run("DELETE FROM \(table) WHERE documentID IN \(models)", [id])
        }
        try run("DELETE FROM goal_plan_link WHERE modelID IN \(models)", [id])
        // Drafts say what models said. Their numbers stay taken.
        try run(
            """
            UPDATE draft SET document = '{}' WHERE EXISTS (SELECT 1 FROM model WHERE model.\(column) = ?
            AND model.weekID = draft.weekID AND instr(draft.document, '"' || model.id || '"') > 0)
            """, [id])
        try seal("draft", "document = '{}'", [])
    }

    func belongings(of owner: BelongingsOwner) throws(StorageError) -> Belongings {
        var found = Belongings()
        switch owner {
        case .week(let id):
            found.sessions = try count("session WHERE weekID = ?", id)
            found.participants = try count(
                "participant WHERE sessionID IN (SELECT id FROM session WHERE weekID = ?)", id)
            found.grants = try count("access_grant WHERE revokedAt IS NULL AND weekID = ?", id)
            found.drafts = try count("draft WHERE weekID = ?", id)
            found.plans = try count("goal_plan WHERE weekID = ?", id)
            try countModels("weekID = ?", id, into: &found)
        case .session(let id):
            found.sessions = 1
            found.participants = try count("participant WHERE sessionID = ?", id)
            found.grants = try count("access_grant WHERE revokedAt IS NULL AND sessionID = ?", id)
            try countModels("sessionID = ?", id, into: &found)
        case .model(let id):
            try countModels("id = ?", id, into: &found)
        }
        return found
    }

    private func countModels(_ condition: String, _ id: String, into found: inout Belongings) throws(StorageError) {
        let models = "(SELECT id FROM model WHERE \(condition))"
        found.models = try count("model WHERE \(condition)", id)
        found.versions = try count("document_version WHERE documentID IN \(models)", id)
        let plans = "SELECT DISTINCT weekID, unitID FROM goal_plan_link WHERE modelID IN \(models)"
        found.plansDrawing = try count("(\(plans))", id)
    }

    private func count(_ source: String, _ id: String) throws(StorageError) -> Int {
        Int(try number("SELECT count(*) FROM \(source)", [id]) ?? 0)
    }
}
