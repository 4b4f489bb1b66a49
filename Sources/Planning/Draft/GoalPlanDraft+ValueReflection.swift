extension GoalPlanDraft {
    /// What one of the five values means in an agreement (seed 003).
    package struct ValueReflection: Sendable, Hashable, Codable {
        package let id: String
        /// The value's name or id, as it was written.
        package let value: String
        package let note: String
        package let modelId: String
        package let modelTitle: String
    }
}
