extension GoalPlanDraft {
    /// Exactly which content the draft was made from.
    package struct Origin: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let level: Level
        package let contentVersion: String
        package let sessionId: String?
    }
}
