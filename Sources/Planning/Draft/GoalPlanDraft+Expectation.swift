extension GoalPlanDraft {
    /// What a party needs, gives and cannot do.
    package struct Expectation: Sendable, Hashable, Codable {
        package let unitId: String?
        package let unitName: String?
        package let isOwn: Bool
        package let need: String?
        package let give: String?
        package let limit: String?
    }
}
