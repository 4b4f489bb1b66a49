/// A step in a plan's history. The history is append-only and has no gaps.
package struct PlanChangeRecord: Sendable, Hashable {
    package var weekID: String
    package var unitID: String
    /// 1, 2, 3 … for each plan.
    package var revision: Int
    /// The change's JSON.
    package var document: String
    /// The plan's JSON as this change froze it; nil for changes that finish nothing.
    package var frozen: String?
    /// Milliseconds since 1970.
    package var createdAt: Int64

    package init(
        weekID: String, unitID: String, revision: Int, document: String, frozen: String? = nil, createdAt: Int64
    ) {
        self.weekID = weekID
        self.unitID = unitID
        self.revision = revision
        self.document = document
        self.frozen = frozen
        self.createdAt = createdAt
    }
}
