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

    /// What belongs to one of the unit's goals, and what the unit does for others' goals.
    static func toldEntityIds(of unitId: String, _ goals: [Week.Goal], _ week: Week) -> [EntityKind: Set<String>] {
        let own = Set(goals.map(\.id))
        func isOwn(_ goalId: String?) -> Bool { goalId.map(own.contains) ?? false }
        let trialActions = week.trialActions.filter {
            $0.goalIds.contains(where: own.contains) || $0.unitIds.contains(unitId)
        }
        let signs = week.signs.filter { isOwn($0.goalId) || $0.collectedBy?.unitId == unitId }
        let milestones = week.milestones.filter { isOwn($0.goalId) || $0.responsible?.unitId == unitId }
        return [
            .trialAction: Set(trialActions.map(\.id)), .sign: Set(signs.map(\.id)),
            .milestone: Set(milestones.map(\.id)),
        ]
    }
}
