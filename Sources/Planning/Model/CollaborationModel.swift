package import Foundation

/// A collaboration model as values: what a document, or an interchange document, says about it.
package struct CollaborationModel: Sendable, Hashable {
    /// As the week and every document know it; never made from the title.
    package let id: String
    /// Decided, not written: it isn't in the document.
    package var level: Level
    /// By field id; also the fields that the level hides, whose values are kept.
    package var values: [String: FieldValue]

    /// - Parameter values: none may be empty; see ``FieldValue``.
    package init(id: String, level: Level, values: [String: FieldValue] = [:]) {
        self.id = id
        self.level = level
        self.values = values
    }
}

extension CollaborationModel {
    /// As it stands in lists beside others': anybody who writes in the model may have put anything into it.
    package var title: String {
        CleanLine.clean(text(FieldID.title) ?? "")
    }

    /// The text of a field; nil when it is blank or no text.
    package func text(_ field: String) -> String? {
        switch values[field] {
        case .text(let text)?, .textWithDate(let text, _)?: presentText(text)
        case .dateRange?, .reference?, .references?, .unitFunction?, .rows?, nil: nil
        }
    }

    /// The date of a field that has a text and a date.
    package func date(_ field: String) -> CalendarDate? {
        guard case .textWithDate(_, let date)? = values[field] else { return nil }
        return date
    }

    /// The ids in a field, in their order; of a single reference a list of one.
    package func references(_ field: String) -> [String] {
        switch values[field] {
        case .reference(let id)?: [id]
        case .references(let ids)?: ids
        case .text?, .textWithDate?, .dateRange?, .unitFunction?, .rows?, nil: []
        }
    }

    /// The rows of a field in their order; empty where it has none.
    package func rows(_ field: String) -> [Row] {
        guard case .rows(let rows, _)? = values[field] else { return [] }
        return rows
    }

    /// The answer "none, because …"; nil when it isn't given.
    package func noneBecause(_ field: String) -> String? {
        guard case .rows(_, let text)? = values[field] else { return nil }
        return presentText(text)
    }

    /// Both days of a field that is a period; each nil where it isn't set.
    package func period(_ field: String = FieldID.period) -> (start: CalendarDate?, end: CalendarDate?) {
        guard case .dateRange(let start, let end)? = values[field] else { return (nil, nil) }
        return (start, end)
    }

    package var coordinator: Week.UnitFunction? {
        guard case .unitFunction(let value)? = values[FieldID.coordinator] else { return nil }
        return value
    }

    /// The units that are parties.
    package var unitIds: [String] { references(FieldID.parties) }
    package var goalIds: [String] { references(FieldID.goals) }

    /// Whether some knowledge that is shared holds personal data.
    package var sharesPersonalData: Bool {
        rows(FieldID.knowledgeItems).contains { $0.bool("personalData") == true }
    }
}

// MARK: - What a level asks for

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

    /// By the level, and by what the model itself says, such as that personal data is shared.
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

// MARK: - What a confirmation stands by

extension CollaborationModel {
    /// What a confirmation stands by, as bytes: the level, and every field shown at it that has content. The content
    /// version is the SHA-256 of these bytes, in hexadecimal.
    ///
    /// Two models that read the same have the same bytes: keys of rows, fractional indices and empty rows don't count.
    /// Fields that the level hides don't count either, because nobody saw them when they confirmed.
    package func canonicalContent(_ definitions: FieldDefinitions) -> Data {
        var fields: [String: JSONValue] = [:]
        for field in definitions.visible(at: level) {
            fields[field.id] = values[field.id].flatMap { canonical($0, isEntity: field.kind.entityKind != nil) }
        }
        return JSONValue.object(["level": .string(level.rawValue), "fields": .object(fields)]).data()
    }

    /// nil for a value that takes no part in what a confirmation is about.
    private func canonical(_ value: FieldValue, isEntity: Bool) -> JSONValue? {
        guard case .rows(let rows, let noneBecause) = value else { return FieldCoding.json(value) }
        let objects = rows.compactMap { row -> JSONValue? in
            if row.cells.isEmpty && !isEntity { return nil }
            let cells = row.cells.mapValues(FieldCoding.json)
            return .object(isEntity ? cells.merging(["id": .string(row.id)]) { _, id in id } : cells)
        }
        if objects.isEmpty { return noneBecause.isBlank ? nil : .string(noneBecause) }
        return .array(objects + (noneBecause.isBlank ? [] : [.string(noneBecause)]))
    }
}
