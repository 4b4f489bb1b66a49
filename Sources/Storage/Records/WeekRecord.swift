/// A development week.
package struct WeekRecord: Sendable, Hashable {
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
