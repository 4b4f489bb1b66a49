/// A goal-plan draft for a unit, as it was made at a time.
package struct DraftRecord: Sendable, Hashable {
    package var weekID: String
    package var unitID: String
    /// 1, 2, 3 … for each week and unit.
    package var version: Int
    package var profile: String
    /// The draft's JSON, with 0 for its number: what tells the same is the same.
    package var document: String
    /// Milliseconds since 1970.
    package var createdAt: Int64

    package init(weekID: String, unitID: String, version: Int, profile: String, document: String, createdAt: Int64) {
        self.weekID = weekID
        self.unitID = unitID
        self.version = version
        self.profile = profile
        self.document = document
        self.createdAt = createdAt
    }
}
