/// Gathers what a week says about one unit. The week must already hold what was edited in its models
/// (``Week/applying(_:definitions:)``).
struct DraftBuilder {
    let unit: Week.Unit
    let week: Week
    /// The models the unit is party to: the closest collaboration first, then in the week's order.
    let models: [ModelState]
    let definitions: FieldDefinitions
    let goals: [Week.Goal]
    let fieldWords: FieldWords
    /// Every trial action, sign and milestone that the draft tells.
    let toldEntityIds: [EntityKind: Set<String>]

    init(unit: Week.Unit, week: Week, models: [ModelState], definitions: FieldDefinitions) {
        self.unit = unit
        self.week = week
        self.definitions = definitions
        self.models = Level.allCases.reversed().flatMap { level in
            models.filter { $0.model.level == level && $0.model.unitIds.contains(unit.id) }
        }
        goals = week.goals.filter { $0.unitId == unit.id }
        fieldWords = FieldWords(week: week, definitions: definitions)
        toldEntityIds = Self.toldEntityIds(of: unit.id, goals, week)
    }

    var goalLabels: EntityLabels { fieldWords.goalLabels }
    var signLabels: EntityLabels { fieldWords.signLabels }

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

    /// What the session that wrote a model said the values mean.
    private func interpretations(_ state: ModelState) -> [GoalPlanDraft.ValueReflection] {
        let session = week.sessions.first { $0.id == state.sessionId }
        return (session?.values ?? []).map { said in
            .init(
                id: "\(state.model.id)~\(said.valueId)", value: said.valueId, note: said.text,
                modelId: state.model.id, modelTitle: state.model.title)
        }
    }

    private var sources: [GoalPlanDraft.Source] {
        let ids = Set(models.compactMap(\.sessionId))
        return week.sessions.filter { ids.contains($0.id) }
            .map { .init(sessionId: $0.id, title: $0.title, date: $0.date) }
    }

    private func origin(_ state: ModelState) -> GoalPlanDraft.Origin {
        .init(
            modelId: state.model.id, title: state.model.title, level: state.model.level,
            contentVersion: state.contentVersion, sessionId: state.sessionId)
    }

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
