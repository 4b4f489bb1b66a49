extension GoalPlanDraft {
    /// What the unit does for other units' goals.
    package struct Contributions: Sendable, Hashable, Codable {
        package let trialActions: [TrialAction]
        package let signs: [Sign]
        package let milestones: [Milestone]

        package var isEmpty: Bool {
            trialActions.isEmpty && signs.isEmpty && milestones.isEmpty
        }
    }
}
