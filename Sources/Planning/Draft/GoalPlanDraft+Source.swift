extension GoalPlanDraft {
    /// A session that something in the draft was agreed at.
    package struct Source: Sendable, Hashable, Codable {
        package let sessionId: String
        package let title: String
        package let date: CalendarDate?
    }
}
