extension GoalPlanDraft {
    /// Something a session put aside for the unit to take up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        /// The session's id and the item's own; its place where it has none, or one that cannot be part of an id.
        package let id: String
        package let text: String
        package let due: CalendarDate?
        package let sessionTitle: String
    }
}
