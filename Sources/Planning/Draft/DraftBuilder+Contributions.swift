extension DraftBuilder {
    /// What the unit takes part in that belongs to none of its own goals.
    var contributions: GoalPlanDraft.Contributions {
        .init(
            trialActions: contributedTrialActions.map { trialAction($0, under: nil) },
            signs: contributedSigns.map(sign), milestones: contributedMilestones.map(milestone))
    }

    var contributedTrialActions: [Week.TrialAction] {
        week.trialActions.filter { action in
            action.unitIds.contains(unit.id) && !action.goalIds.contains(where: isOwnGoal)
        }
    }

    var contributedSigns: [Week.Sign] {
        week.signs.filter { $0.collectedBy?.unitId == unit.id && !isOwnGoal($0.goalId) }
    }

    var contributedMilestones: [Week.Milestone] {
        week.milestones.filter { $0.responsible?.unitId == unit.id && !isOwnGoal($0.goalId) }
    }

    func isOwnGoal(_ id: String?) -> Bool {
        goals.contains { $0.id == id }
    }

    /// Every trial action, sign and milestone that the draft tells.
    var toldEntityIds: [EntityKind: Set<String>] {
        [
            .trialAction: Set(
                week.trialActions.filter { $0.goalIds.contains(where: isOwnGoal) }.map(\.id)
                    + contributedTrialActions.map(\.id)),
            .sign: Set(week.signs.filter { isOwnGoal($0.goalId) }.map(\.id) + contributedSigns.map(\.id)),
            .milestone: Set(
                week.milestones.filter { isOwnGoal($0.goalId) }.map(\.id) + contributedMilestones.map(\.id)),
        ]
    }
}
