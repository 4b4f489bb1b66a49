extension FieldWords {
    func contributedGoal(_ id: String) -> GoalPlanDraft.ContributedGoal? {
        week.goal(id).map {
            .init(
                id: $0.id, label: goalLabels[$0.id], text: $0.text, unitId: $0.unitId,
                unitName: week.name(of: .unit($0.unitId)))
        }
    }

    func confirmation(_ confirmation: Confirmation, of state: ModelState) -> GoalPlanDraft.Confirmation {
        .init(
            party: participant(confirmation.party), function: confirmation.function,
            isLeader: week.isLeaders(confirmation), on: confirmation.on, state: state.state(of: confirmation),
            give: confirmation.give, need: confirmation.need)
    }
}
