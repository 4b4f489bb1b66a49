extension GoalPlanDraft {
    /// A place for whoever approves the plan. No seed says who signs, so the place is offered and nothing is required.
    package struct Approval: Sendable, Hashable, Codable {
        package let function: String?
        package let on: CalendarDate?
        package let remark: String?
    }
}
