/// An item as a draft offers it to a plan.
package struct PlanSourceItem: Sendable, Hashable {
    /// Stable over drafts: made of the ids of what it stands for.
    package let id: String
    package let section: PlanSection.ID
    /// Among the section's, in the draft's order.
    package let position: Int
    /// In the section's order; none is blank.
    package let lines: [Line]
    package let origin: PlanOrigin

    /// What the draft says for one line of the item.
    package struct Line: Sendable, Hashable {
        package let field: String
        package let text: String
    }

    /// Nil where the draft says nothing for the line.
    package func text(_ field: String) -> String? {
        lines.first { $0.field == field }?.text
    }

    /// What stands in the section's first line; empty where the draft says nothing there.
    package var title: String {
        text(PlanSection.section(section).fields[0].id) ?? ""
    }
}

/// Lays a draft out as items of a plan. Everything the draft tells becomes a line of some item: what has no section
/// of its own goes to "Øvrigt".
private struct PlanSourceItems {
    let draft: GoalPlanDraft
    private(set) var items: [PlanSourceItem] = []
    private var counts: [PlanSection.ID: Int] = [:]

    /// The order of these calls is the order in which a leader meets the items of a section.
    init(_ draft: GoalPlanDraft) {
        self.draft = draft
        addBasis()
        addGoals()
        addContributions()
        for collaboration in draft.collaborations { add(collaboration) }
        addLists()
    }

    /// - Parameter lines: by field; blank ones are left out, and an item of nothing too. Fields come in the section's
    ///   order.
    mutating func add(
        _ id: String, _ section: PlanSection.ID, models modelIds: [String], _ lines: [String: String?]
    ) {
        let lines = PlanSection.section(section).fields.compactMap { field in
            presentText(lines[field.id] ?? nil).map { PlanSourceItem.Line(field: field.id, text: $0) }
        }
        guard !lines.isEmpty else { return }
        let position = counts[section, default: 0]
        counts[section] = position + 1
        items.append(
            PlanSourceItem(
                id: id, section: section, position: position, lines: lines, origin: origin(modelIds)))
    }

    /// Which draft and which versions of which models an item is from, and who has a part in it: a leader who is asked
    /// about a difference wants to know whose words they were.
    private func origin(_ modelIds: [String]) -> PlanOrigin {
        let models = draft.origins.filter { modelIds.contains($0.modelId) }
        let partners = draft.collaborations.filter { modelIds.contains($0.modelId) }.flatMap(\.parties)
        return PlanOrigin(
            .source, weekId: draft.weekId, version: draft.version,
            models: models.map {
                .init(
                    modelId: $0.modelId, title: $0.title, contentVersion: $0.contentVersion, sessionId: $0.sessionId)
            },
            unitIds: FieldCoding.unique([draft.unit.id] + partners.compactMap(\.unitId)))
    }

    /// What the plan serves: the vision, where citizens should be, and the objectives with the reason why each is here.
    private mutating func addBasis() {
        add("vision", .basis, models: [], ["title": "Vision", "text": draft.vision])
        for scenario in draft.scenarios {
            add(
                "scenario:\(scenario.policyId)", .basis, models: [],
                ["title": "Ønsket fremtidsscenarie (\(scenario.title))", "text": scenario.text])
        }
        for objective in draft.objectives { add(objective, isContributed: false) }
        for objective in draft.contributedObjectives { add(objective, isContributed: true) }
    }

    /// An objective with the reasons why it stands in this unit's plan, in words: in the plan they are a text that a
    /// leader may change.
    private mutating func add(_ objective: GoalPlanDraft.Objective, isContributed: Bool) {
        let selected = objective.selectedBy.map { by in
            "udvalgt af \(by)" + (objective.selectedOn.map { " \($0.words(.danish))" } ?? "")
        }
        let reasons = [
            isContributed ? "vi bidrager gennem samarbejde" : nil,
            objective.isMandatory ? "skal der arbejdes med i det følgende år" : nil, selected,
        ]
        add(
            "objective:\(objective.id)", .objectives, models: [],
            [
                "text": objective.text, "source": objective.sourceTitle,
                "status": reasons.compactMap(\.self).joined(separator: "; "),
            ])
    }

    /// What stands in lists by itself: tasks, dates, resources, values, and what was parked to the unit. A row's id is
    /// made of its model's and its own, so that it is known again when rows are moved.
    private mutating func addLists() {
        for task in draft.tasks {
            add(
                "task:\(task.modelId)~\(task.rowId)", .tasks, models: [task.modelId],
                [
                    "activity": task.activity, "function": task.function, "role": task.roleLabel.da,
                    "agreement": task.modelTitle,
                ])
        }
        for entry in draft.timeline {
            guard let id = entry.sourceId else { continue }
            add(
                "date:\(id)", .dates, models: [entry.modelId].compactMap(\.self),
                [
                    "text": entry.text.da, "date": entry.date.iso, "kind": entry.kind.label.da,
                    "agreement": entry.modelTitle,
                ])
        }
        for resource in draft.resources {
            add(
                "resource:\(resource.modelId)~\(resource.rowId)", .resources, models: [resource.modelId],
                ["what": resource.what, "amount": resource.amount, "agreement": resource.modelTitle])
        }
        for reflection in draft.values ?? [] {
            let value = Self.choice(reflection.value, PlanSection.fiveValues)
            add(
                "value:\(reflection.id)", .values, models: [reflection.modelId],
                [
                    "value": value, "text": value == nil ? "\(reflection.value): \(reflection.note)" : reflection.note,
                    "agreement": reflection.modelTitle,
                ])
        }
        for item in draft.parkedItems {
            add(
                "parked:\(item.id)", .parked, models: [],
                ["text": item.text, "due": item.due?.iso, "session": item.sessionTitle])
        }
    }
}

extension GoalPlanDraft {
    /// What the draft offers a plan, in the plan's order.
    package var planItems: [PlanSourceItem] {
        PlanSourceItems(self).items
    }
}

// MARK: - Goals

extension PlanSourceItems {
    /// Goals first and then what belongs to them, kind by kind, as the sections of a plan have it. An action of several
    /// goals is told under one of them and refers to the others.
    private mutating func addGoals() {
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

    /// What the unit does for others' goals is its work as well.
    private mutating func addContributions() {
        for action in draft.contributions.trialActions { add(action) }
        for sign in draft.contributions.signs { add(sign, goal: sign.goalId) }
        for milestone in draft.contributions.milestones { add(milestone, goal: milestone.goalId) }
    }

    /// As the plan's section for trial actions has it; the draft's own repetitions under other goals are left out.
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

    /// With the goal as a reference, which the plan resolves to its own item.
    private mutating func add(_ sign: GoalPlanDraft.Sign, goal: String?) {
        add(
            "sign:\(sign.id)", .signs, models: sign.modelIds,
            [
                "text": sign.text, "goals": Self.references([goal].compactMap(\.self)), "kind": sign.kind?.da,
                "baseline": sign.baseline, "target": sign.target, "dataSource": sign.dataSource,
                "frequency": sign.frequency, "collectedBy": sign.collectedBy?.text,
            ])
    }

    /// Dates as ISO days: a plan's date line holds nothing else.
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

    /// As a line of references holds them: ids of items, with spaces between.
    static func references(_ goalIds: [String]) -> String {
        goalIds.map { "goal:\($0)" }.joined(separator: " ")
    }

    /// Empty where nobody said which of the two it is.
    private static func type(_ goal: GoalPlanDraft.Goal) -> String {
        [goal.isMeasurable ? "målbart" : nil, goal.isNoticeable ? "mærkbart" : nil].compactMap(\.self)
            .joined(separator: " og ")
    }

    /// What was measured and when, or that it has to be; nil where nobody needs it and there is none.
    private static func baseline(_ baseline: Week.Baseline) -> String? {
        let measured = [baseline.value, baseline.measuredOn?.words(.danish)].compactMap(\.self)
            .joined(separator: ", ")
        let source = baseline.source.map { "kilde: \($0)" }
        if !measured.isEmpty { return measured + (source.map { " (\($0))" } ?? "") }
        return baseline.needed ? source.map { "skal måles (\($0))" } ?? "skal måles" : source
    }
}

// MARK: - Collaborations

extension PlanSourceItems {
    /// An agreement: what this unit gives, needs and cannot do stands in lines of its own, what the others said in one
    /// together.
    mutating func add(_ agreement: GoalPlanDraft.Collaboration) {
        let own = agreement.expectations.filter(\.isOwn)
        let others = agreement.expectations.filter { !$0.isOwn }
        let parties = agreement.parties.map(\.name).joined(separator: ", ")
        let confirmed = Self.lines(agreement.confirmations.map(Self.sentence))
        add(
            "collaboration:\(agreement.modelId)", .collaborations, models: [agreement.modelId],
            [
                "title": agreement.title, "level": agreement.level.name.da,
                "parties": parties,
                "goals": Self.references(agreement.goals.map(\.id)), "task": agreement.task,
                "whyCross": agreement.whyCross, "give": Self.lines(own.map(\.give)),
                "need": Self.lines(own.map(\.need)), "limit": Self.lines(own.map(\.limit)),
                "others": Self.lines(others.map(Self.sentence)), "goal": agreement.goal,
                "goalDate": agreement.goalDate?.iso, "coordinator": agreement.coordinator?.text,
                "start": agreement.start?.iso, "end": agreement.end?.iso, "escalation": agreement.escalation,
                "decisionRights": agreement.decisionRights, "anchoring": agreement.anchoring,
                "dataSharing": agreement.dataSharing,
                "confirmed": confirmed,
            ])
        for field in agreement.other { add(field, of: agreement) }
    }

    /// A field that the plan has no line for, also one that the level hides by now: what people wrote is offered.
    private mutating func add(_ field: GoalPlanDraft.OtherField, of agreement: GoalPlanDraft.Collaboration) {
        let rows = field.rows.map { row in
            row.map { "\($0.label.da): \($0.text.da)" }.joined(separator: "; ")
        }
        add(
            "other:\(agreement.modelId)~\(field.fieldId)", .other, models: [agreement.modelId],
            [
                "title": field.label.da + (field.isHiddenAtLevel ? " (vises ikke på aftalens niveau)" : ""),
                "text": Self.lines([field.text?.da] + rows), "agreement": agreement.title,
            ])
    }

    /// One below the other: a plan's line may have several.
    private static func lines(_ texts: [String?]) -> String {
        texts.compactMap(\.self).joined(separator: "\n")
    }

    /// Another party's expectation as one sentence, with whose it is; nil where the row says nothing.
    private static func sentence(_ expectation: GoalPlanDraft.Expectation) -> String? {
        let parts = [
            expectation.need.map { "har brug for: \($0)" }, expectation.give.map { "man kan regne med: \($0)" },
            expectation.limit.map { "grænse: \($0)" },
        ].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return [expectation.unitName, parts.joined(separator: "; ")].compactMap(\.self).joined(separator: " – ")
    }

    /// A confirmation as it stands in a plan: whose, when, what they gave and need, and whether it still holds.
    private static func sentence(_ confirmation: GoalPlanDraft.Confirmation) -> String {
        let who = [confirmation.function, confirmation.party.name].filter { !$0.isEmpty }.joined(separator: ", ")
        let words = [
            confirmation.state == .beforeChange ? "før ændring" : nil, confirmation.give.map { "giver: \($0)" },
            confirmation.need.map { "har brug for: \($0)" },
        ].compactMap(\.self)
        let rest = words.isEmpty ? "" : "; " + words.joined(separator: "; ")
        return "\(who) (\(confirmation.on.words(.danish))\(rest))"
    }
}
