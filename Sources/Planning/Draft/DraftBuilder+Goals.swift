extension DraftBuilder {
    func goal(_ goal: Week.Goal) -> GoalPlanDraft.Goal {
        let group = week.citizenGroup(goal.citizenGroupId)
        return .init(
            id: goal.id, label: goalLabels[goal.id], text: goal.text, isMeasurable: goal.isMeasurable,
            isNoticeable: goal.isNoticeable, deadline: goal.deadline,
            objectives: goal.objectiveIds.compactMap { id in
                week.objective(id).map { .init(id: $0.id, text: $0.text) }
            },
            citizenGroup: group.map { .init(id: $0.id, text: $0.name) },
            currentSituation: goal.currentSituation, desiredSituation: goal.desiredSituation, baseline: goal.baseline,
            types: week.goalTypes(of: goal.id), levelDecisions: levelDecisions(about: goal.id),
            trialActions: trialActions(of: goal.id).map { trialAction($0, under: goal.id) },
            signs: signs(of: goal.id).map(sign), milestones: milestones(of: goal.id).map(milestone))
    }

    private func levelDecisions(about goalId: String) -> [GoalPlanDraft.LevelDecision]? {
        let decisions = week.sessions.flatMap { session in
            session.levelDecisions.filter { $0.goalId == goalId }.map { decision in
                GoalPlanDraft.LevelDecision(
                    sessionId: session.id, sessionTitle: session.title, choice: decision.choice, label: decision.words,
                    reason: decision.reason)
            }
        }
        return decisions.isEmpty ? nil : decisions
    }

    func trialActions(of goalId: String) -> [Week.TrialAction] {
        week.trialActions.filter { $0.goalIds.contains(goalId) }
    }

    func signs(of goalId: String) -> [Week.Sign] {
        week.signs.filter { $0.goalId == goalId }
    }

    /// By date; those without one last.
    func milestones(of goalId: String) -> [Week.Milestone] {
        byDate(week.milestones.filter { $0.goalId == goalId })
    }

    private func byDate(_ milestones: [Week.Milestone]) -> [Week.Milestone] {
        milestones.filter { $0.due != nil }.sorted { left, right in
            guard let leftDue = left.due, let rightDue = right.due else { return false }
            return leftDue == rightDue ? left.id < right.id : leftDue < rightDue
        } + milestones.filter { $0.due == nil }
    }

    /// A trial action for several of the unit's goals is told in full under the first of them.
    func trialAction(_ action: Week.TrialAction, under goalId: String?) -> GoalPlanDraft.TrialAction {
        let first = goals.first { action.goalIds.contains($0.id) }?.id
        return .init(
            id: action.id, modelIds: modelIds(of: action.id, in: FieldID.trialActions), title: action.title,
            toldUnder: first == goalId ? nil : first.map { goalLabels[$0] },
            goalIds: action.goalIds,
            goalLabels: action.goalIds.map { goalLabels[$0] }, isOwn: action.ownerUnitId ?? unit.id == unit.id,
            partners: (action.unitIds.filter { $0 != unit.id }.map(Party.unit)
                + action.withExternalIds.map(Party.external)).map(participant),
            start: action.start, end: action.end, scale: action.scale, question: action.question,
            hypothesis: action.hypothesis, preparation: action.preparation,
            status: choice(action.status, FieldID.trialActions, "status"), evaluation: action.evaluation,
            decision: choice(action.decision, FieldID.trialActions, "decision"))
    }

    func sign(_ sign: Week.Sign) -> GoalPlanDraft.Sign {
        .init(
            id: sign.id, modelIds: modelIds(of: sign.id, in: FieldID.signs), label: signLabels[sign.id],
            goalId: sign.goalId, goalLabel: sign.goalId.map { goalLabels[$0] }, text: sign.text,
            kind: choice(sign.kind, FieldID.signs, "kind"), baseline: sign.baseline, target: sign.target,
            dataSource: sign.dataSource, frequency: sign.frequency, collectedBy: sign.collectedBy.map(function))
    }

    func milestone(_ milestone: Week.Milestone) -> GoalPlanDraft.Milestone {
        .init(
            id: milestone.id, modelIds: modelIds(of: milestone.id, in: FieldID.milestones),
            goalId: milestone.goalId, goalLabel: milestone.goalId.map { goalLabels[$0] }, text: milestone.text,
            due: milestone.due, responsible: milestone.responsible.map(function), evidence: milestone.evidence)
    }

    /// The models in which a trial action, a sign or a milestone is a row.
    private func modelIds(of entityId: String, in field: String) -> [String] {
        models.filter { $0.model.rows(field).contains { $0.id == entityId } }.map(\.model.id)
    }

    func participant(_ party: Party) -> GoalPlanDraft.Participant {
        fieldWords.participant(party)
    }

    func function(_ value: Week.UnitFunction) -> GoalPlanDraft.FunctionInUnit {
        fieldWords.function(value)
    }

    private func choice(_ value: String?, _ field: String, _ column: String) -> LocalizedText? {
        value.map { definitions.label(ofChoice: $0, field: field, column: column) }
    }
}

extension FieldDefinitions {
    /// The words for a choice's value; the value itself when the definitions don't have it.
    func label(ofChoice value: String, field: String, column: String) -> LocalizedText {
        self[field]?.column(column)?.label(ofChoice: value) ?? LocalizedText(da: value, en: value)
    }
}
