extension GoalPlanDraft {
    /// A unit or an external party with its name.
    package struct Participant: Sendable, Hashable, Codable {
        package let unitId: String?
        package let externalId: String?
        package let name: String
    }
}
