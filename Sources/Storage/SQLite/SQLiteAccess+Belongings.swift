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

    /// - Parameter condition: on the table `model`, with one parameter.
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

/// How much of the file is whose. SQLite takes a blob's length from the head of its row, without reading it.
extension SQLiteAccess {
    func documentBytes(ofSession sessionID: String) throws(StorageError) -> Int64 {
        try documentBytes("SELECT id FROM model WHERE sessionID = ?", sessionID)
    }

    func documentBytes(ofWeek weekID: String) throws(StorageError) -> Int64 {
        try documentBytes("SELECT id FROM model WHERE weekID = ?", weekID)
    }

    func versionBytes(ofSession sessionID: String) throws(StorageError) -> Int64 {
        try number(
            """
            SELECT coalesce(sum(length(state)), 0) FROM document_version
            WHERE documentID IN (SELECT id FROM model WHERE sessionID = ?)
            """, [sessionID]) ?? 0
    }

    /// - Parameter models: a statement that gives the ids of models, with one parameter.
    private func documentBytes(_ models: String, _ owner: String) throws(StorageError) -> Int64 {
        var sum: Int64 = 0
        for table in ["document_snapshot", "document_update"] {
            sum +=
                try number(
                    "SELECT coalesce(sum(length(bytes)), 0) FROM \(table) WHERE documentID IN (\(models))", [owner])
                ?? 0
        }
        return sum
    }
}

extension SQLiteAccess {
    /// Pages that hold something, times their size.
    func usedBytes() throws(StorageError) -> Int64 {
        let pages = try number("PRAGMA page_count", []) ?? 0
        let free = try number("PRAGMA freelist_count", []) ?? 0
        return (pages - free) * (try number("PRAGMA page_size", []) ?? 0)
    }
}
