/// A collaboration model as values: what a document, or an interchange document, says about it.
package struct CollaborationModel: Sendable, Hashable {
    package let id: String
    /// Decided, not written: it isn't in the document.
    package var level: Level
    /// By field id; also the fields that the level hides, whose values are kept.
    package var values: [String: FieldValue]

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
        default: nil
        }
    }

    package func date(_ field: String) -> CalendarDate? {
        guard case .textWithDate(_, let date)? = values[field] else { return nil }
        return date
    }

    package func references(_ field: String) -> [String] {
        switch values[field] {
        case .reference(let id)?: [id]
        case .references(let ids)?: ids
        default: []
        }
    }

    package func rows(_ field: String) -> [Row] {
        guard case .rows(let rows, _)? = values[field] else { return [] }
        return rows
    }

    package func noneBecause(_ field: String) -> String? {
        guard case .rows(_, let text)? = values[field] else { return nil }
        return presentText(text)
    }

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
