extension GoalPlanDraft {
    /// What the unit agreed with others.
    package struct Collaboration: Sendable, Hashable, Codable {
        package let modelId: String
        package let title: String
        package let level: Level
        package let sessionId: String?
        package let state: AgreementState
        /// The other units, then the external parties.
        package let parties: [Participant]
        package let goals: [ContributedGoal]
        package let task: String?
        package let whyCross: String?
        /// Every party's, the unit's own first.
        package let expectations: [Expectation]
        package let goal: String?
        package let goalDate: CalendarDate?
        package let coordinator: FunctionInUnit?
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let escalation: String?
        package let decisionRights: String?
        package let anchoring: String?
        package let dataSharing: String?
        package let confirmations: [Confirmation]
        /// What was written and is told nowhere else in the draft.
        package let other: [OtherField]
    }
}
