extension GoalPlanDraft {
    /// A sign to look for.
    package struct Sign: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        /// What the plan calls it: `T-1`.
        package let label: String
        package let goalId: String?
        package let goalLabel: String?
        package let text: String
        package let kind: LocalizedText?
        package let baseline: String?
        package let target: String?
        package let dataSource: String?
        package let frequency: String?
        package let collectedBy: FunctionInUnit?
    }
}
