/// Values as the interchange format writes them, and back. Reading takes what it can use and passes over the rest:
/// documents were checked when they came in, and what clients write is read elsewhere.
enum FieldCoding {
    static func json(_ cell: CellValue) -> JSONValue {
        switch cell {
        case .text(let text), .choice(let text), .reference(let text): .string(text)
        case .date(let date): .string(date.iso)
        case .bool(let bool): .bool(bool)
        case .references(let ids): .strings(ids)
        case .unitFunction(let value): json(value)
        }
    }

    static func json(_ value: Week.UnitFunction) -> JSONValue {
        .object(ofPresent: [
            "unitId": value.unitId.map(JSONValue.string), "function": value.function.map(JSONValue.string),
        ])
    }

    /// A value that isn't rows. Rows are written by ``FieldsWriter``, which knows where they came from.
    static func json(_ value: FieldValue) -> JSONValue? {
        func string(_ date: CalendarDate?) -> JSONValue? { date.map { .string($0.iso) } }
        return switch value {
        case .text(let text), .reference(let text): .string(text)
        case .references(let ids): .strings(ids)
        case .textWithDate(let text, let date):
            .object(ofPresent: ["text": text.isEmpty ? nil : .string(text), "date": string(date)])
        case .dateRange(let start, let end): .object(ofPresent: ["start": string(start), "end": string(end)])
        case .unitFunction(let value): json(value)
        case .rows: nil
        }
    }

    static func cell(_ json: JSONValue?, _ kind: ColumnKind) -> CellValue? {
        guard let json else { return nil }
        switch kind {
        case .text, .longText: return nonEmpty(json.string).map(CellValue.text)
        case .choice: return nonEmpty(json.string).map(CellValue.choice)
        case .date: return json.date.map(CellValue.date)
        case .boolean: return json.bool.map(CellValue.bool)
        case .unit, .externalParty, .goal: return nonEmpty(json.string).map(CellValue.reference)
        case .units, .externalParties, .goals, .signs:
            let ids = unique(json.strings)
            return ids.isEmpty ? nil : .references(ids)
        case .unitFunction:
            let value = Week.UnitFunction(json)
            return value.isEmpty ? nil : .unitFunction(value)
        }
    }

    static func cells(_ json: JSONValue, _ columns: [ColumnDefinition]) -> [String: CellValue] {
        var cells: [String: CellValue] = [:]
        for column in columns { cells[column.id] = cell(json[column.id], column.kind) }
        return cells
    }

    static func value(_ json: JSONValue?, _ field: FieldDefinition) -> FieldValue? {
        guard let json else { return nil }
        switch field.kind {
        case .text, .longText: return nonEmpty(json.string).map(FieldValue.text)
        case .citizenGroup: return nonEmpty(json.string).map(FieldValue.reference)
        case .goals, .units:
            let ids = unique(json.strings)
            return ids.isEmpty ? nil : .references(ids)
        case .longTextWithDate: return textWithDate(json)
        case .dateRange: return dateRange(json)
        case .unitFunction:
            let value = Week.UnitFunction(json)
            return value.isEmpty ? nil : .unitFunction(value)
        case .rows, .trialActions, .signs, .milestones: return nil
        }
    }

    private static func textWithDate(_ json: JSONValue) -> FieldValue? {
        let text = json["text"]?.string ?? ""
        let date = json["date"]?.date
        return text.isEmpty && date == nil ? nil : .textWithDate(text: text, date: date)
    }

    private static func dateRange(_ json: JSONValue) -> FieldValue? {
        let start = json["start"]?.date
        let end = json["end"]?.date
        return start == nil && end == nil ? nil : .dateRange(start: start, end: end)
    }

    private static func nonEmpty(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}
