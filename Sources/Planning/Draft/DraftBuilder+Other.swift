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
            let text = fieldWords.text(value)
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
