extension GoalPlanDraft {
    /// What an agreement takes from the unit.
    package struct Resource: Sendable, Hashable, Codable {
        /// The row's key in the model.
        package let rowId: String
        package let what: String
        package let amount: String?
        package let modelId: String
        package let modelTitle: String
    }
}
