extension GoalPlanDraft {
    /// A policy's wished-for future.
    package struct Scenario: Sendable, Hashable, Codable {
        package let policyId: String
        package let title: String
        package let text: String
    }
}
