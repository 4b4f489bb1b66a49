extension GoalPlanDraft {
    /// An objective, and why it is worked on this year.
    package struct Objective: Sendable, Hashable, Codable {
        package let id: String
        package let text: String
        /// The policy's or the budget agreement's title.
        package let sourceTitle: String?
        package let sourceKind: Week.Objective.SourceKind?
        /// Must be worked on the year after the budget agreement (seed 002, "Målsætning").
        package let isMandatory: Bool
        /// Who selected it for the year, if somebody did.
        package let selectedBy: String?
        package let selectedOn: CalendarDate?
    }
}
