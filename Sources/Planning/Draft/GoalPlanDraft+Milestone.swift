extension GoalPlanDraft {
    /// A milestone.
    package struct Milestone: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        package let goalId: String?
        package let goalLabel: String?
        package let text: String
        package let due: CalendarDate?
        package let responsible: FunctionInUnit?
        package let evidence: String?
    }
}
