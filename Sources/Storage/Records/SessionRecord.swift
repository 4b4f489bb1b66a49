/// A session of a week.
package struct SessionRecord: Sendable, Hashable {
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
