extension GoalPlanDraft {
    /// What an agreement takes from the unit.
    package struct Resource: Sendable, Hashable, Codable {
        package let what: String
        package let amount: String?
        package let modelId: String
        package let modelTitle: String
    }
}
