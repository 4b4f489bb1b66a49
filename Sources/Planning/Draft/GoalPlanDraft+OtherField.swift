extension GoalPlanDraft {
    /// A field that has no place of its own in the plan.
    package struct OtherField: Sendable, Hashable, Codable {
        package let fieldId: String
        package let label: LocalizedText
        /// Written at another level than the agreement has now; kept, and not part of what was confirmed.
        package let isHiddenAtLevel: Bool
        package let text: LocalizedText?
        package let rows: [[OtherCell]]
    }
}
