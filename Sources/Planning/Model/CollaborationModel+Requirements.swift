extension CollaborationModel {
    /// The fields that must be filled in before anybody can confirm at the model's level and are not, in the form's
    /// order.
    package func missingFields(_ definitions: FieldDefinitions) -> [String] {
        missingFields(definitions, at: level)
    }

    /// What another level would still lack: shown before the level is changed.
    package func missingFields(_ definitions: FieldDefinitions, at level: Level) -> [String] {
        definitions.fields.filter { isRequired($0, at: level) && !isFilledIn($0) }.map(\.id)
    }

    private func isRequired(_ field: FieldDefinition, at level: Level) -> Bool {
        switch field.requirement(at: level) {
        case .required: true
        case .requiredWithPersonalData: sharesPersonalData
        case .optional, .hidden: false
        }
    }

    /// A field of two parts (a goal and its date, a unit and its function) is filled in when both are.
    package func isFilledIn(_ field: FieldDefinition) -> Bool {
        switch values[field.id] {
        case nil: false
        case .text(let text)?: !text.isBlank
        case .textWithDate(let text, let date)?: !text.isBlank && date != nil
        case .dateRange(let start, let end)?: start != nil && end != nil
        case .reference?: true
        case .references(let ids)?: !ids.isEmpty
        case .unitFunction(let value)?: value.unitId != nil && value.function != nil
        case .rows(let rows, let noneBecause)?:
            rows.contains { field.kind.entityKind != nil || !$0.cells.isEmpty } || !noneBecause.isBlank
        }
    }
}
