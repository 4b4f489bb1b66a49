extension GoalPlanDraft {
    /// A party's confirmation.
    package struct Confirmation: Sendable, Hashable, Codable {
        package let party: Participant
        package let function: String
        package let isLeader: Bool
        package let on: CalendarDate
        package let state: ConfirmationState
        package let give: String?
        package let need: String?
    }
}
