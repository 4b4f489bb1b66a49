extension GoalPlanDraft {
    /// Something a session put aside for the unit to take up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        /// The session's id and the item's place in it.
        package let id: String
        /// Its own, where it was parked in the session itself; the place changes when another is settled.
        package let itemId: String?
        package let text: String
        package let due: CalendarDate?
        package let sessionTitle: String
    }
}
