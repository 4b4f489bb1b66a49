extension PlanSourceItems {
    mutating func addGoals() {
        for goal in draft.goals {
            let objectives = goal.objectives.map { "objective:\($0.id)" }.joined(separator: " ")
            add(
                "goal:\(goal.id)", .goals, models: [],
                [
                    "text": goal.text, "type": Self.type(goal), "deadline": goal.deadline?.iso,
                    "objectives": objectives, "citizenGroup": goal.citizenGroup?.text,
                    "howWorkedOn": (goal.levelDecisions ?? []).map(\.sentence.da).joined(separator: "\n"),
                    "current": goal.currentSituation,
                    "desired": goal.desiredSituation, "baseline": goal.baseline.flatMap(Self.baseline),
                    "agreementType": Self.choice(goal.types?.agreement, PlanSection.agreementTypes),
                    "subtype": Self.choice(goal.types?.subtype, PlanSection.subtypes),
                    "dialogueType": Self.choice(goal.types?.dialogue, PlanSection.dialogueTypes),
                ])
        }
        for goal in draft.goals {
            for action in goal.trialActions where action.toldUnder == nil { add(action) }
        }
        for goal in draft.goals {
            for sign in goal.signs { add(sign, goal: goal.id) }
        }
        for goal in draft.goals {
            for milestone in goal.milestones { add(milestone, goal: goal.id) }
        }
    }

    mutating func addContributions() {
        for action in draft.contributions.trialActions { add(action) }
        for sign in draft.contributions.signs { add(sign, goal: sign.goalId) }
        for milestone in draft.contributions.milestones { add(milestone, goal: milestone.goalId) }
    }

    private mutating func add(_ action: GoalPlanDraft.TrialAction) {
        let partners = action.partners.map(\.name).joined(separator: ", ")
        add(
            "trialAction:\(action.id)", .trialActions, models: action.modelIds,
            [
                "title": action.title, "goals": Self.references(action.goalIds), "start": action.start?.iso,
                "end": action.end?.iso, "partners": partners,
                "scale": action.scale, "question": action.question, "hypothesis": action.hypothesis,
                "preparation": action.preparation, "status": action.status?.da, "evaluation": action.evaluation,
                "decision": action.decision?.da,
            ])
    }

    private mutating func add(_ sign: GoalPlanDraft.Sign, goal: String?) {
        add(
            "sign:\(sign.id)", .signs, models: sign.modelIds,
            [
                "text": sign.text, "goals": Self.references([goal].compactMap(\.self)), "kind": sign.kind?.da,
                "baseline": sign.baseline, "target": sign.target, "dataSource": sign.dataSource,
                "frequency": sign.frequency, "collectedBy": sign.collectedBy?.text,
            ])
    }

    private mutating func add(_ milestone: GoalPlanDraft.Milestone, goal: String?) {
        add(
            "milestone:\(milestone.id)", .milestones, models: milestone.modelIds,
            [
                "text": milestone.text, "goals": Self.references([goal].compactMap(\.self)),
                "due": milestone.due?.iso, "responsible": milestone.responsible?.text,
                "evidence": milestone.evidence,
            ])
    }

    /// A choice's id; nil for one that the plan doesn't know.
    static func choice(_ id: String?, _ choices: [PlanField.Choice]) -> String? {
        choices.first { $0.id == id || $0.label.da == id }?.id
    }

    static func references(_ goalIds: [String]) -> String {
        goalIds.map { "goal:\($0)" }.joined(separator: " ")
    }

    private static func type(_ goal: GoalPlanDraft.Goal) -> String {
        [goal.isMeasurable ? "målbart" : nil, goal.isNoticeable ? "mærkbart" : nil].compactMap(\.self)
            .joined(separator: " og ")
    }

    private static func baseline(_ baseline: Week.Baseline) -> String? {
        let measured = [baseline.value, baseline.measuredOn?.words(.danish)].compactMap(\.self)
            .joined(separator: ", ")
        let source = baseline.source.map { "kilde: \($0)" }
        if !measured.isEmpty { return measured + (source.map { " (\($0))" } ?? "") }
        return baseline.needed ? source.map { "skal måles (\($0))" } ?? "skal måles" : source
    }
}
