/// Builds the draft of one unit's goal plan from a week. Pure: the same reading gives the same draft, byte for byte,
/// which is how a draft is known to be unchanged.
///
/// The rule behind all of it: whatever people wrote in a model that the unit is party to stands somewhere in the draft.
/// What has a place in a plan stands there; everything else stands under "other", with its own label.
struct DraftBuilder {
    let unit: Week.Unit
    let reading: WeekReading
    /// The models the unit is party to: the closest collaboration first, then in the week's order.
    let models: [ModelState]
    /// The unit's own.
    let goals: [Week.Goal]
    /// Every trial action, sign and milestone that has a place in the draft; rows of others stand under "other".
    let toldEntityIds: [EntityKind: Set<String>]

    init(unit: Week.Unit, reading: WeekReading) {
        self.unit = unit
        self.reading = reading
        let all = reading.models(of: unit.id)
        models = Level.allCases.reversed().flatMap { level in all.filter { $0.model.level == level } }
        goals = reading.told.goals.filter { $0.unitId == unit.id }
        toldEntityIds = Self.toldEntityIds(of: unit.id, goals, reading.told)
    }

    /// With what was edited in its models.
    var week: Week { reading.told }
    var definitions: FieldDefinitions { reading.definitions }
    var fieldWords: FieldWords { reading.words }
    var goalLabels: EntityLabels { fieldWords.goalLabels }
    var signLabels: EntityLabels { fieldWords.signLabels }

    /// - Parameter version: the draft's number, given by `DraftMaker`; nothing else of the draft depends on it.
    func draft(profile: Profile, version: Int) -> GoalPlanDraft {
        let own = week.objectives.filter { objective in goals.contains { $0.objectiveIds.contains(objective.id) } }
        return GoalPlanDraft(
            formatVersion: GoalPlanDraft.formatVersion, templateVersion: GoalPlanDraft.templateVersion,
            version: version, profile: profile, weekId: week.id, weekTitle: week.title, isExample: week.isExample,
            notice: week.notice,
            unit: .init(
                id: unit.id, name: unit.name, department: unit.department, leaderFunction: unit.leaderFunction,
                kle: unit.kle ?? week.municipality.kle),
            year: week.year, sources: sources, vision: presentText(week.vision?.title), scenarios: scenarios(own),
            objectives: own.map(objective),
            contributedObjectives: contributedObjectives(besides: own).map(objective), goals: goals.map(goal),
            contributions: contributions, collaborations: models.map(collaboration), tasks: models.flatMap(tasks),
            timeline: timeline, resources: models.flatMap(resources), parkedItems: parkedItems,
            values: valueReflections,
            gaps: GapFinder(draft: self).gaps,
            approval: [.init(function: unit.leaderFunction, on: nil, remark: nil)], origins: models.map(origin))
    }

    /// From the week's document and from the sessions; nil, not empty, where nobody said anything of the values.
    private var valueReflections: [GoalPlanDraft.ValueReflection]? {
        let told = week.source.elements("valuesReflection").enumerated().compactMap {
            index, json -> GoalPlanDraft.ValueReflection? in
            guard let state = models.first(where: { $0.model.id == json["modelId"]?.string }),
                let value = presentText(json["value"]?.string), let note = presentText(json["note"]?.string)
            else { return nil }
            return .init(
                id: "\(state.model.id)~\(index)", value: value, note: note, modelId: state.model.id,
                modelTitle: state.model.title)
        }
        let all = told + models.flatMap(interpretations)
        return all.isEmpty ? nil : all
    }

    /// The meaning that the model's session gave each value.
    private func interpretations(_ state: ModelState) -> [GoalPlanDraft.ValueReflection] {
        let session = week.sessions.first { $0.id == state.sessionId }
        return (session?.values ?? []).map { said in
            .init(
                id: "\(state.model.id)~\(said.valueId)", value: said.valueId, note: said.text,
                modelId: state.model.id, modelTitle: state.model.title)
        }
    }

    /// The sessions that the models were written in, in the week's order.
    private var sources: [GoalPlanDraft.Source] {
        let ids = Set(models.compactMap(\.sessionId))
        return week.sessions.filter { ids.contains($0.id) }
            .map { .init(sessionId: $0.id, title: $0.title, date: $0.date) }
    }

    /// With the content version, by which an import knows later whether the model has changed.
    private func origin(_ state: ModelState) -> GoalPlanDraft.Origin {
        .init(
            modelId: state.model.id, title: state.model.title, level: state.model.level,
            contentVersion: state.contentVersion, sessionId: state.sessionId)
    }

    /// Of every session, where this unit took the item.
    var parkedItems: [GoalPlanDraft.ParkedItem] {
        week.sessions.flatMap { session in
            session.parkedItems.enumerated().filter { $0.element.ownerUnitId == unit.id }.map { index, item in
                // Places move when what stands before is settled.
                let own = item.id.map { "\(session.id)~i~\($0)" } ?? ""
                return .init(
                    id: Identifier.isValid("parked:" + own) && !own.isEmpty ? own : "\(session.id)~\(index)",
                    text: item.text, due: item.due, sessionTitle: session.title)
            }
        }
    }
}

// MARK: - Objectives

extension DraftBuilder {
    /// Of the policies behind the unit's objectives, each once.
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

    /// With the reason why it is worked on this year: mandatory, selected, or neither.
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

    /// Those the yearly selection names; where there is none, all of the budget agreements' (»Begreber til rejsen«,
    /// "Målsætning").
    var mandatoryObjectiveIds: [String] {
        annualSelection?.mandatoryObjectiveIds ?? objectives.filter { $0.sourceKind == .budgetAgreement }.map(\.id)
    }
}

// MARK: - Goals

extension DraftBuilder {
    /// A goal with everything that belongs to it, so that a leader reads it in one place.
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

    /// The sessions' choices of level for a goal; nil where no session has chosen.
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

    /// In the week's order; an action of several goals is in each of their lists.
    func trialActions(of goalId: String) -> [Week.TrialAction] {
        week.trialActions.filter { $0.goalIds.contains(goalId) }
    }

    /// A sign belongs to one goal.
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

    /// A trial action for several of the unit's goals is written out in full under the first of them.
    ///
    /// - Parameter goalId: the goal whose list it stands in; nil in contributions.
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

    /// With the labels that plans call it by.
    func sign(_ sign: Week.Sign) -> GoalPlanDraft.Sign {
        .init(
            id: sign.id, modelIds: modelIds(of: sign.id, in: FieldID.signs), label: signLabels[sign.id],
            goalId: sign.goalId, goalLabel: sign.goalId.map { goalLabels[$0] }, text: sign.text,
            kind: choice(sign.kind, FieldID.signs, "kind"), baseline: sign.baseline, target: sign.target,
            dataSource: sign.dataSource, frequency: sign.frequency, collectedBy: sign.collectedBy.map(function))
    }

    /// With its goal's label, since it is also listed apart from it.
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

    /// A party by name and kind.
    func participant(_ party: Party) -> GoalPlanDraft.Participant {
        fieldWords.participant(party)
    }

    /// "Skoleleder, Ådalens Skole": a function and where, never a person.
    func function(_ value: Week.UnitFunction) -> GoalPlanDraft.FunctionInUnit {
        fieldWords.function(value)
    }

    /// The words for a value of the definitions' list; nil where nothing was chosen.
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

// MARK: - Contributions to other units' goals

extension DraftBuilder {
    /// The unit's work for goals of others: trial actions it joins, signs it collects, milestones it answers for.
    var contributions: GoalPlanDraft.Contributions {
        .init(
            trialActions: contributedTrialActions.map { trialAction($0, under: nil) },
            signs: contributedSigns.map(sign), milestones: contributedMilestones.map(milestone))
    }

    private var contributedTrialActions: [Week.TrialAction] {
        week.trialActions.filter { action in
            action.unitIds.contains(unit.id) && !action.goalIds.contains(where: isOwnGoal)
        }
    }

    private var contributedSigns: [Week.Sign] {
        week.signs.filter { $0.collectedBy?.unitId == unit.id && !isOwnGoal($0.goalId) }
    }

    private var contributedMilestones: [Week.Milestone] {
        week.milestones.filter { $0.responsible?.unitId == unit.id && !isOwnGoal($0.goalId) }
    }

    /// False for nil: a sign without a goal is nobody's own.
    func isOwnGoal(_ id: String?) -> Bool {
        goals.contains { $0.id == id }
    }

    /// By kind, the ids of what belongs to one of the unit's goals and of what the unit does for others' goals.
    private static func toldEntityIds(of unitId: String, _ goals: [Week.Goal], _ week: Week) -> [EntityKind: Set<
        String
    >] {
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

// MARK: - Collaborations

extension DraftBuilder {
    /// An agreement as the unit sees it: the other parties by name, its own expectations first.
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

    /// At levels that don't ask for the field. A value that was written at another level is kept all the same.
    func isHidden(_ field: String, at level: Level) -> Bool {
        definitions[field]?.requirement(at: level) == .hidden
    }

    /// The others, units before external parties; the unit itself is not among them.
    private func parties(of model: CollaborationModel) -> [GoalPlanDraft.Participant] {
        let units = model.unitIds.filter { $0 != unit.id }.map(Party.unit)
        let externals =
            isHidden(FieldID.externalParties, at: model.level)
            ? [] : model.rows(FieldID.externalParties).compactMap { $0.reference("externalId") }
        return (units + FieldCoding.unique(externals).map(Party.external)).map(participant)
    }

    /// The unit's own first: that is what its leader has to answer for.
    private func expectations(of model: CollaborationModel) -> [GoalPlanDraft.Expectation] {
        let all = model.rows(FieldID.expectations).filter { !$0.cells.isEmpty }.map { row in
            let party = row.reference("unitId")
            return GoalPlanDraft.Expectation(
                unitId: party, unitName: party.map { week.name(of: .unit($0)) }, isOwn: party == unit.id,
                need: row.text("need"), give: row.text("give"), limit: row.text("limit"))
        }
        return all.filter(\.isOwn) + all.filter { !$0.isOwn }
    }

    /// Rows of the roles that name this unit.
    func tasks(_ state: ModelState) -> [GoalPlanDraft.Task] {
        state.model.rows(FieldID.roles).filter { $0.reference("unitId") == unit.id }.map { row in
            let role = row.text("role")
            let label = role.map { definitions.label(ofChoice: $0, field: FieldID.roles, column: "role") }
            return .init(
                rowId: row.id, activity: row.text("activity") ?? "", function: row.text("function"), role: role,
                roleLabel: label ?? .init(da: "", en: ""), modelId: state.model.id, modelTitle: state.model.title)
        }
    }

    /// Rows that name this unit, where the level asks for resources at all.
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

// MARK: - What has no place of its own

/// Fields and rows that have no place of their own in the plan are listed under "other": nothing is dropped.
extension DraftBuilder {
    /// Fields that have a line of their own in a collaboration.
    private static let told: Set<String> = [
        FieldID.title, FieldID.goals, FieldID.parties, FieldID.period, FieldID.task, FieldID.whyCross,
        FieldID.collaborationGoal, FieldID.coordinator, FieldID.escalation, FieldID.decisionRights,
        FieldID.anchoring, FieldID.dataSharing,
    ]

    /// In the form's order, with the label that the municipality gave the field.
    private func otherFields(of model: CollaborationModel) -> [GoalPlanDraft.OtherField] {
        definitions.fields.compactMap { field in
            let isHidden = field.requirement(at: model.level) == .hidden
            guard let value = model.values[field.id], isHidden || !isTold(value, field.id) else { return nil }
            let rows = rows(value, of: field, in: model, isHidden: isHidden)
            let text = fieldWords.text(value)
            guard text != nil || !rows.isEmpty else { return nil }
            return .init(
                fieldId: field.id, label: field.label, isHiddenAtLevel: isHidden, text: text, rows: rows)
        }
    }

    /// Whether the field stands elsewhere in the draft already.
    private func isTold(_ value: FieldValue, _ field: String) -> Bool {
        // The group of the unit's own goals stands with them.
        if field == FieldID.citizenGroup, case .reference(let id) = value {
            return goals.contains { $0.citizenGroupId == id }
        }
        return Self.told.contains(field)
    }

    /// Rows that no other part of the draft has; a row that is left with no words is no row.
    private func rows(
        _ value: FieldValue, of field: FieldDefinition, in model: CollaborationModel, isHidden: Bool
    ) -> [[GoalPlanDraft.OtherCell]] {
        guard case .rows(let rows, _) = value else { return [] }
        return rows.filter { !isTold($0, of: field, isHidden: isHidden) }
            .map { fieldWords.cells($0, of: field) }
            .filter { !$0.isEmpty }
    }

    /// Whether another part of the draft tells the row.
    private func isTold(_ row: Row, of field: FieldDefinition, isHidden: Bool) -> Bool {
        if let kind = field.kind.entityKind { return toldEntityIds[kind]?.contains(row.id) ?? false }
        switch field.id {
        case FieldID.expectations, FieldID.roles: return row.reference("unitId") == unit.id
        case FieldID.resources: return !isHidden && row.reference("unitId") == unit.id
        case FieldID.experienceExchange: return row.date("date") != nil
        case FieldID.evaluation: return row.date("date") != nil && row.unitFunction("responsible") == nil
        default: return false
        }
    }
}

// MARK: - Timeline

extension DraftBuilder {
    /// What happens when, by date; on the same day by kind and text, in Danish order.
    var timeline: [GoalPlanDraft.TimelineEntry] {
        let entries = trialActionEntries + milestoneEntries + models.flatMap(agreementEntries) + otherEntries
        let keyed = entries.map { entry in
            (
                entry: entry, kind: DanishOrder.Key(entry.kind.label.da),
                text: DanishOrder.Key((entry.modelTitle ?? "") + entry.text.da)
            )
        }
        return keyed.sorted { left, right in
            if left.entry.date != right.entry.date { return left.entry.date < right.entry.date }
            return left.entry.kind == right.entry.kind ? left.text < right.text : left.kind < right.kind
        }.map(\.entry)
    }

    /// nil without a date: what has no day is not on a timeline.
    private func entry(
        _ date: CalendarDate?, _ kind: TimelineKind, _ text: LocalizedText, model: CollaborationModel? = nil,
        sourceId: String? = nil, of id: String
    ) -> GoalPlanDraft.TimelineEntry? {
        date.map {
            .init(
                date: $0, kind: kind, modelTitle: model?.title, modelId: model?.id, text: text, sourceId: sourceId,
                id: "\(kind.rawValue)~\(id)")
        }
    }

    private func same(_ text: String) -> LocalizedText {
        LocalizedText(da: text, en: text)
    }

    /// An action is two entries, its start and its end.
    private var trialActionEntries: [GoalPlanDraft.TimelineEntry] {
        let actions = week.trialActions.filter { toldEntityIds[.trialAction]?.contains($0.id) ?? false }
        return actions.flatMap { action in
            [
                entry(action.start, .trialActionStarts, same(action.title), of: action.id),
                entry(action.end, .trialActionEnds, same(action.title), of: action.id),
            ].compactMap(\.self)
        }
    }

    private var milestoneEntries: [GoalPlanDraft.TimelineEntry] {
        week.milestones.filter { toldEntityIds[.milestone]?.contains($0.id) ?? false }
            .compactMap { entry($0.due, .milestone, same($0.text), of: $0.id) }
    }

    /// Evaluations and exchanges of experience have dates in their rows; their row ids make the entries' identity.
    private func agreementEntries(_ state: ModelState) -> [GoalPlanDraft.TimelineEntry] {
        let model = state.model
        return model.rows(FieldID.evaluation).compactMap {
            entry(
                $0.date("date"), .evaluation, same($0.text("question") ?? ""), model: model,
                sourceId: "\(model.id)~evaluation~\($0.id)", of: "\(model.id)~\($0.id)")
        }
            + model.rows(FieldID.experienceExchange).compactMap {
                entry(
                    $0.date("date"), .experienceExchange, same($0.text("forum") ?? ""), model: model,
                    sourceId: "\(model.id)~exchange~\($0.id)", of: "\(model.id)~\($0.id)")
            }
    }

    /// Parked items with a date, and the municipality's status day, which is every unit's.
    private var otherEntries: [GoalPlanDraft.TimelineEntry] {
        let status = LocalizedText(
            da: "Status på målsætninger til kommunalbestyrelsen", en: "Status on objectives to the municipal council")
        let council = entry(
            week.annualCycle.councilStatusOn, .annualCycle, status, sourceId: "councilStatus", of: "councilStatus")
        return parkedItems.compactMap { entry($0.due, .parkedItem, same($0.text), of: $0.id) }
            + [council].compactMap(\.self)
    }
}
