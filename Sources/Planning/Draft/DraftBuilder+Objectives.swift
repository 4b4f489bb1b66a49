extension DraftBuilder {
    func scenarios(_ objectives: [Week.Objective]) -> [GoalPlanDraft.Scenario] {
        let ids = Set(objectives.filter { $0.sourceKind == .policy }.compactMap(\.sourceId))
        return week.policies.compactMap { policy in
            guard ids.contains(policy.id), let text = policy.futureScenario else { return nil }
            return .init(policyId: policy.id, title: policy.title, text: text)
        }
    }

    /// Objectives of goals that the unit helps others with, and has no goal of its own under.
    func contributedObjectives(besides own: [Week.Objective]) -> [Week.Objective] {
        let goalIds = Set(models.flatMap(\.model.goalIds))
        let ids = Set(week.goals.filter { goalIds.contains($0.id) }.flatMap(\.objectiveIds))
        let ownIds = Set(own.map(\.id))
        return week.objectives.filter { ids.contains($0.id) && !ownIds.contains($0.id) }
    }

    func objective(_ objective: Week.Objective) -> GoalPlanDraft.Objective {
        let selection = week.annualSelection
        let isSelected = selection?.selectedObjectiveIds.contains(objective.id) ?? false
        return .init(
            id: objective.id, text: objective.text, sourceTitle: week.sourceTitle(of: objective),
            sourceKind: objective.sourceKind, isMandatory: week.mandatoryObjectiveIds.contains(objective.id),
            selectedBy: isSelected ? selection?.decidedBy : nil, selectedOn: isSelected ? selection?.decidedOn : nil)
    }
}

extension Week {
    /// The title of the policy or the budget agreement that an objective stands in.
    func sourceTitle(of objective: Objective) -> String? {
        switch objective.sourceKind {
        case .policy?: policies.first { $0.id == objective.sourceId }?.title
        case .budgetAgreement?: budgetAgreements.first { $0.id == objective.sourceId }?.title
        case nil: nil
        }
    }

    /// Those the yearly selection names; where there is none, all of the budget agreements' (seed 002, "Målsætning").
    var mandatoryObjectiveIds: [String] {
        annualSelection?.mandatoryObjectiveIds ?? objectives.filter { $0.sourceKind == .budgetAgreement }.map(\.id)
    }
}
