/// What people wrote that has no place of its own in the plan is told in a place of its own: never dropped.
extension DraftBuilder {
    /// Fields that a collaboration's own lines tell.
    private static let told: Set<String> = [
        FieldID.title, FieldID.goals, FieldID.parties, FieldID.period, FieldID.task, FieldID.whyCross,
        FieldID.collaborationGoal, FieldID.coordinator, FieldID.escalation, FieldID.decisionRights,
        FieldID.anchoring, FieldID.dataSharing,
    ]

    func otherFields(of model: CollaborationModel) -> [GoalPlanDraft.OtherField] {
        definitions.fields.compactMap { field in
            let isHidden = field.requirement(at: model.level) == .hidden
            guard let value = model.values[field.id], isHidden || !isTold(value, field.id) else { return nil }
            let rows = rows(value, of: field, in: model, isHidden: isHidden)
            let text = text(value)
            guard text != nil || !rows.isEmpty else { return nil }
            return .init(
                fieldId: field.id, label: field.label, isHiddenAtLevel: isHidden, text: text, rows: rows)
        }
    }

    private func isTold(_ value: FieldValue, _ field: String) -> Bool {
        // The group of the unit's own goals stands with them.
        if field == FieldID.citizenGroup, case .reference(let id) = value {
            return goals.contains { $0.citizenGroupId == id }
        }
        return Self.told.contains(field)
    }

    private func text(_ value: FieldValue) -> LocalizedText? {
        switch value {
        case .text(let text): presentText(text).map { .init(da: $0, en: $0) }
        case .textWithDate(let text, let date): joined([text.isBlank ? nil : same(text), date.map(words)])
        case .dateRange(let start, let end): joined([start.map(words), end.map(words)], " – ")
        case .reference(let id): same(name(id))
        case .references(let ids): same(ids.map(name).joined(separator: ", "))
        case .unitFunction(let value): same(function(value).text)
        case .rows(_, let noneBecause): presentText(noneBecause).map(same)
        }
    }

    private func rows(
        _ value: FieldValue, of field: FieldDefinition, in model: CollaborationModel, isHidden: Bool
    ) -> [[GoalPlanDraft.OtherCell]] {
        guard case .rows(let rows, _) = value else { return [] }
        return rows.filter { !isTold($0, of: field, isHidden: isHidden) }
            .map { row in field.columns.compactMap { cell(row, $0) } }
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

    private func cell(_ row: Row, _ column: ColumnDefinition) -> GoalPlanDraft.OtherCell? {
        guard let value = row.cells[column.id] else { return nil }
        let text: LocalizedText =
            switch value {
            case .text(let text): same(text)
            case .choice(let value): column.label(ofChoice: value)
            case .date(let date): words(date)
            case .bool(let bool): bool ? .init(da: "ja", en: "yes") : .init(da: "nej", en: "no")
            case .reference(let id): same(name(id))
            case .references(let ids): same(ids.map(name).joined(separator: ", "))
            case .unitFunction(let value): same(function(value).text)
            }
        return .init(columnId: column.id, label: column.label, text: text)
    }

    /// The name of whatever an id refers to: goals and signs by their labels.
    private func name(_ id: String) -> String {
        if let unit = week.unit(id) { return unit.name }
        if let party = week.externalParty(id) { return party.name }
        if let group = week.citizenGroup(id) { return group.name }
        if week.goal(id) != nil { return goalLabels[id] }
        return week.sign(id) == nil ? id : signLabels[id]
    }

    private func same(_ text: String) -> LocalizedText {
        LocalizedText(da: text, en: text)
    }

    private func words(_ date: CalendarDate) -> LocalizedText {
        LocalizedText(da: date.words(.danish), en: date.words(.english))
    }

    private func joined(_ parts: [LocalizedText?], _ separator: String = ", ") -> LocalizedText? {
        let present = parts.compactMap(\.self)
        guard !present.isEmpty else { return nil }
        return LocalizedText(
            da: present.map(\.da).joined(separator: separator), en: present.map(\.en).joined(separator: separator))
    }
}
