package import Planning

/// A development week.
package struct WeekRecord: Sendable, Hashable {
    /// As the interchange JSON names it, or made by the server; unique in the database, as sessions' and models' are.
    package var id: String
    /// Its interchange JSON without sessions and models.
    package var document: String
    /// Milliseconds since 1970.
    package var createdAt: Int64

    package init(id: String, document: String, createdAt: Int64) {
        self.id = id
        self.document = document
        self.createdAt = createdAt
    }
}

/// A session of a week.
package struct SessionRecord: Sendable, Hashable {
    /// Also part of the name of the session's calendar, `session:` and the id.
    /// Also part of the name of the session's calendar, `session:` and the id.
    package var id: String
    package var weekID: String
    /// Its place among the week's sessions.
    package var position: Int
    /// Its interchange JSON: title, dates, phases and whatever else was imported.
    package var document: String
    /// Unique among all sessions.
    package var joinCode: String
    /// Milliseconds since 1970; nil: never.
    package var joinCodeExpiresAt: Int64?
    /// Milliseconds since 1970.
    package var createdAt: Int64

    package init(
        id: String, weekID: String, position: Int, document: String, joinCode: String,
        joinCodeExpiresAt: Int64? = nil, createdAt: Int64
    ) {
        self.id = id
        self.weekID = weekID
        self.position = position
        self.document = document
        self.joinCode = joinCode
        self.joinCodeExpiresAt = joinCodeExpiresAt
        self.createdAt = createdAt
    }
}

/// A collaboration model: where it belongs. What people write in it is the document with the same id; what they
/// decide about it are the session's events.
package struct ModelRecord: Sendable, Hashable {
    /// Also the document's id.
    /// Also the document's id.
    package var id: String
    package var weekID: String
    /// A session of that week; SQLite holds the reference, not that the two fit together.
    package var sessionID: String
    /// Its place among the session's models.
    package var position: Int
    /// As imported or made. What was decided later is in the session's events.
    package var level: Level
    /// Its interchange JSON as imported or made, without what is live.
    package var document: String
    /// JSON array of the confirmations it was imported with.
    package var confirmations: String
    /// Milliseconds since 1970.
    package var createdAt: Int64

    package init(
        id: String, weekID: String, sessionID: String, position: Int, level: Level, document: String,
        confirmations: String = "[]", createdAt: Int64
    ) {
        self.id = id
        self.weekID = weekID
        self.sessionID = sessionID
        self.position = position
        self.level = level
        self.document = document
        self.confirmations = confirmations
        self.createdAt = createdAt
    }
}

/// Whose belongings are counted.
package enum BelongingsOwner: Sendable, Hashable {
    case week(String)
    case session(String)
    case model(String)
}

/// How much belongs to a week, a session or a model, and goes with it.
package struct Belongings: Sendable, Hashable {
    /// Of a session 1, of a model 0.
    package var sessions = 0
    package var models = 0
    /// Rows, those without a name any more among them.
    package var participants = 0
    /// Personal links and joined browsers whose grants were not taken back.
    package var grants = 0
    /// Kept contents of the models' documents.
    package var versions = 0
    /// Of a week alone: drafts belong to its units, not to a session.
    package var drafts = 0
    /// The goal plans of the week itself.
    package var plans = 0
    /// Goal plans that have taken something of the models; it stays in them.
    package var plansDrawing = 0

    package init() {}
}
