extension GoalPlanDraft {
    /// Something another place describes, with the words to call it.
    package struct NamedText: Sendable, Hashable, Codable {
        package let id: String
        package let text: String
    }
}
