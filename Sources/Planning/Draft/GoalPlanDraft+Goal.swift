extension GoalPlanDraft {
    /// One of the unit's own goals, made concrete.
    package struct Goal: Sendable, Hashable, Codable {
        package let id: String
        /// What the plan calls it: `M-1`.
        package let label: String
        package let text: String
        package let isMeasurable: Bool
        package let isNoticeable: Bool
        package let deadline: CalendarDate?
        package let objectives: [NamedText]
        package let citizenGroup: NamedText?
        package let currentSituation: String?
        package let desiredSituation: String?
        package let baseline: Week.Baseline?
        /// What kind of goal it is in other systems, where the week says so.
        package let types: Week.GoalTypes?
        /// What sessions decided about how it is worked on; nil where none has.
        package let levelDecisions: [LevelDecision]?
        package let trialActions: [TrialAction]
        package let signs: [Sign]
        package let milestones: [Milestone]
    }
}
