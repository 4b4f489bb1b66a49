extension GoalPlanDraft {
    /// Something a function in the unit does because of an agreement.
    package struct Task: Sendable, Hashable, Codable {
        /// The row's key in the model.
        package let rowId: String
        package let activity: String
        package let function: String?
        /// The role's value in the model: `A`, `responsible` …
        package let role: String?
        package let roleLabel: LocalizedText
        package let modelId: String
        package let modelTitle: String
    }
}
