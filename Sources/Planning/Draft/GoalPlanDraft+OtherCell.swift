extension GoalPlanDraft {
    /// A cell of a row that has no place of its own in the plan.
    package struct OtherCell: Sendable, Hashable, Codable {
        package let columnId: String
        package let label: LocalizedText
        package let text: LocalizedText
    }
}
