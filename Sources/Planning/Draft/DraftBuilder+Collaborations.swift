extension DraftBuilder {
    func collaboration(_ state: ModelState) -> GoalPlanDraft.Collaboration {
        let model = state.model
        let period = model.period()
        return .init(
            modelId: model.id, title: model.title, level: model.level, sessionId: state.sessionId,
            state: state.agreement, parties: parties(of: model),
            goals: model.goalIds.compactMap(fieldWords.contributedGoal),
            task: model.text(FieldID.task), whyCross: model.text(FieldID.whyCross),
            expectations: expectations(of: model), goal: model.text(FieldID.collaborationGoal),
            goalDate: model.date(FieldID.collaborationGoal), coordinator: model.coordinator.map(function),
            start: period.start, end: period.end, escalation: shown(FieldID.escalation, of: model),
            decisionRights: shown(FieldID.decisionRights, of: model), anchoring: shown(FieldID.anchoring, of: model),
            dataSharing: shown(FieldID.dataSharing, of: model),
            confirmations: state.confirmations.map { fieldWords.confirmation($0, of: state) },
            other: otherFields(of: model))
    }

    /// The text of a field that the model's level shows; what a level hides is told under "other".
    private func shown(_ field: String, of model: CollaborationModel) -> String? {
        isHidden(field, at: model.level) ? nil : model.text(field)
    }

    func isHidden(_ field: String, at level: Level) -> Bool {
        definitions[field]?.requirement(at: level) == .hidden
    }

    private func parties(of model: CollaborationModel) -> [GoalPlanDraft.Participant] {
        let units = model.unitIds.filter { $0 != unit.id }.map(Party.unit)
        let externals =
            isHidden(FieldID.externalParties, at: model.level)
            ? [] : model.rows(FieldID.externalParties).compactMap { $0.reference("externalId") }
        return (units + FieldCoding.unique(externals).map(Party.external)).map(participant)
    }

    private func expectations(of model: CollaborationModel) -> [GoalPlanDraft.Expectation] {
        let all = model.rows(FieldID.expectations).filter { !$0.cells.isEmpty }.map { row in
            let party = row.reference("unitId")
            return GoalPlanDraft.Expectation(
                unitId: party, unitName: party.map { week.name(of: .unit($0)) }, isOwn: party == unit.id,
                need: row.text("need"), give: row.text("give"), limit: row.text("limit"))
        }
        return all.filter(\.isOwn) + all.filter { !$0.isOwn }
    }

    func tasks(_ state: ModelState) -> [GoalPlanDraft.Task] {
        state.model.rows(FieldID.roles).filter { $0.reference("unitId") == unit.id }.map { row in
            let role = row.text("role")
            let label = role.map { definitions.label(ofChoice: $0, field: FieldID.roles, column: "role") }
            return .init(
                rowId: row.id, activity: row.text("activity") ?? "", function: row.text("function"), role: role,
                roleLabel: label ?? .init(da: "", en: ""), modelId: state.model.id, modelTitle: state.model.title)
        }
    }

    func resources(_ state: ModelState) -> [GoalPlanDraft.Resource] {
        guard !isHidden(FieldID.resources, at: state.model.level) else { return [] }
        return state.model.rows(FieldID.resources).filter { $0.reference("unitId") == unit.id }.map { row in
            .init(
                rowId: row.id, what: row.text("what") ?? "", amount: row.text("amount"), modelId: state.model.id,
                modelTitle: state.model.title)
        }
    }
}

extension Week {
    /// A confirmation is the leader's when its function is the one the unit's leader has.
    func isLeaders(_ confirmation: Confirmation) -> Bool {
        guard let leader = unit(confirmation.party.unitId)?.leaderFunction else { return false }
        return leader.trimmed.lowercased() == confirmation.function.trimmed.lowercased()
    }
}
