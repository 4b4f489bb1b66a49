/// What a leader writes in a plan: lines changed, items made and taken out.
package struct PlanRewrite: Sendable, Hashable, Codable {
    package var items: [Item]?
    /// Ids of items to take out.
    package var removed: [String]?

    package struct Item: Sendable, Hashable, Codable {
        /// Absent for a new item, which then needs a section.
        package var id: String?
        package var section: PlanSection.ID?
        /// By field id; empty or blank takes the text away.
        package var fields: [String: String]

        package init(id: String? = nil, section: PlanSection.ID? = nil, fields: [String: String]) {
            self.id = id
            self.section = section
            self.fields = fields
        }
    }

    package init(items: [Item]? = nil, removed: [String]? = nil) {
        self.items = items
        self.removed = removed
    }
}

/// Why a rewrite cannot be done.
package enum PlanRewriteError: Error, Sendable, Hashable {
    /// Something in it is wrong by itself.
    case faults(ImportFaults)
    /// Somebody changed the same lines since the plan was read. What they say now stands in the faults.
    case changedMeanwhile(ImportFaults)
}
