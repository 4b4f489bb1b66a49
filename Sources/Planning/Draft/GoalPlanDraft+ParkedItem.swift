extension GoalPlanDraft {
    /// Something a session put aside for the unit to take up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        package let text: String
        package let due: CalendarDate?
        package let sessionTitle: String
    }
}
