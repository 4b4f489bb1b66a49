extension GoalPlanDraft {
    /// A goal that a collaboration contributes to.
    package struct ContributedGoal: Sendable, Hashable, Codable {
        package let id: String
        package let label: String
        package let text: String
        package let unitId: String
        package let unitName: String
    }
}
