/// A unit's goal plan as it stands.
package struct PlanRecord: Sendable, Hashable {
    package var weekID: String
    package var unitID: String
    /// Counts the plan's changes; see ``PlanChangeRecord``.
    package var revision: Int
    /// The plan's JSON.
    package var document: String

    package init(weekID: String, unitID: String, revision: Int, document: String) {
        self.weekID = weekID
        self.unitID = unitID
        self.revision = revision
        self.document = document
    }
}
