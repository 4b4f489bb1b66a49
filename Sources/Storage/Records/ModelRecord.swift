package import Planning

/// A collaboration model: where it belongs. What people write in it is the document with the same id; what they
/// decide about it are the session's events.
package struct ModelRecord: Sendable, Hashable {
    package var id: String
    package var weekID: String
    package var sessionID: String
    /// Its place among the session's models.
    package var position: Int
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
