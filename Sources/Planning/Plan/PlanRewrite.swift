/// What a leader writes in a plan: lines changed, items made and taken out.
package struct PlanRewrite: Sendable, Hashable, Codable {
    package var items: [Item]?
    /// Ids of items to take out.
    package var removed: [String]?
    /// Which governance system the plan is to follow.
    package var profile: Profile?

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

    package init(items: [Item]? = nil, removed: [String]? = nil, profile: Profile? = nil) {
        self.items = items
        self.removed = removed
        self.profile = profile
    }
}

extension PlanRewrite {
    /// Whether it touches only what is written through the year, which is open also when the plan is finished.
    package func isOfYear(in plan: GoalPlan) -> Bool {
        guard profile == nil else { return false }
        let sections =
            (items ?? []).map { item in
                item.id.flatMap { plan.items[$0]?.head.section } ?? item.section
            } + (removed ?? []).map { plan.items[$0]?.head.section }
        return sections.allSatisfy { $0.map { PlanSection.section($0).isOfYear } ?? false }
    }
}

/// Why a rewrite cannot be done.
package enum PlanRewriteError: Error, Sendable, Hashable {
    /// Something in it is wrong by itself.
    case faults(ImportFaults)
    /// Somebody changed the same lines since the plan was read. What they say now stands in the faults.
    case changedMeanwhile(ImportFaults)
}
