/// A goal-plan draft for a unit, as it was made at a time.
package struct DraftRecord: Sendable, Hashable {
    /// With `unitID` and `version` the row's key.
    package var weekID: String
    package var unitID: String
    /// 1, 2, 3 … for each week and unit.
    package var version: Int
    /// The word of the plan profile it was made by, such as `maalplan`.
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

/// A unit's goal plan as it stands.
package struct PlanRecord: Sendable, Hashable {
    /// With `unitID` the row's key: a unit has one plan a week.
    /// With `unitID` the row's key: a unit has one plan a week.
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

/// A step in a plan's history. The history is append-only and has no gaps.
package struct PlanChangeRecord: Sendable, Hashable {
    /// With `unitID` and `revision` the row's key; the two name the plan.
    /// With `unitID` and `revision` the row's key; the two name the plan.
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

/// That a plan holds something of a collaboration model: the way back from the model.
package struct PlanLinkRecord: Sendable, Hashable {
    /// With `unitID` the plan, with `modelID` the row's key.
    /// With `unitID` the plan, with `modelID` the row's key.
    package var weekID: String
    package var unitID: String
    /// No reference that SQLite holds: a link is dropped by hand with its model.
    package var modelID: String
    /// How many items of the plan.
    package var items: Int
    /// The newest content of the model that the plan has taken something of.
    package var contentVersion: String

    package init(weekID: String, unitID: String, modelID: String, items: Int, contentVersion: String) {
        self.weekID = weekID
        self.unitID = unitID
        self.modelID = modelID
        self.items = items
        self.contentVersion = contentVersion
    }
}
