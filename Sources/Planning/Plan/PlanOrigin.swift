/// Where a value of a plan comes from.
package struct PlanOrigin: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        /// "Skrevet af leder".
        case leader
        /// Something agreed at a session, or the week's own goals.
        case source
        /// A file that a leader brought.
        case file
        /// The plan of an earlier year.
        case carriedOver
        /// Laid into every unit's plan at once, such as a corporate goal.
        case common
    }

    package var kind: Kind
    /// The week it comes from, and the version of the draft (``source``) or of the plan (``carriedOver``).
    package var weekId: String?
    package var version: Int?
    /// The models it stands in, each with the content that was read. Empty for what the week itself says.
    package var models: [Model]
    /// The units it was agreed between.
    package var unitIds: [String]

    package struct Model: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let contentVersion: String
        package let sessionId: String?
    }

    package init(
        _ kind: Kind, weekId: String? = nil, version: Int? = nil, models: [Model] = [], unitIds: [String] = []
    ) {
        self.kind = kind
        self.weekId = weekId
        self.version = version
        self.models = models
        self.unitIds = unitIds
    }

    package static let leader = PlanOrigin(.leader)
}
