/// Lays a draft out as items of a plan. Everything the draft tells becomes a line of some item: what has no section
/// of its own goes to "Øvrigt".
struct PlanSourceItems {
    let draft: GoalPlanDraft
    private(set) var items: [PlanSourceItem] = []
    private var counts: [PlanSection.ID: Int] = [:]

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
