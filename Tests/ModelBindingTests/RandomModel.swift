import TestSeeds
import CRDT
import Planning

/// Models and writes made from a seed.
enum RandomModel {
    static func make(_ definitions: FieldDefinitions, _ generator: inout SeededGenerator) -> CollaborationModel {
        var values: [String: FieldValue] = [:]
        for field in definitions.fields where Bool.random(using: &generator) {
            values[field.id] = value(field, &generator)
        }
        return CollaborationModel(id: text(&generator) + "m", level: .coordination, values: values)
    }

    private static func value(_ field: FieldDefinition, _ generator: inout SeededGenerator) -> FieldValue {
        switch field.kind {
        case .text, .longText: return .text(text(&generator))
        case .longTextWithDate: return .textWithDate(text: text(&generator), date: date(&generator))
        case .dateRange: return .dateRange(start: date(&generator), end: nil)
        case .citizenGroup: return .reference(id(&generator))
        case .goals, .units: return .references(ids(&generator))
        case .unitFunction: return .unitFunction(.init(unitId: id(&generator), function: text(&generator) + "x"))
        case .rows, .trialActions, .signs, .milestones:
            let count = Int.random(in: 1...5, using: &generator)
            let rows = zip(0..<count, FractionalIndex.sequence(count)).map { index, order in
                Row(id: "r\(index)", order: order, cells: cells(field, &generator))
            }
            return .rows(rows, noneBecause: field.alternative == nil ? "" : text(&generator))
        }
    }

    private static func cells(_ field: FieldDefinition, _ generator: inout SeededGenerator) -> [String: CellValue] {
        var cells: [String: CellValue] = [:]
        for column in field.columns where Int.random(in: 0...3, using: &generator) > 0 {
            cells[column.id] =
                switch column.kind {
                case .text, .longText: .text(text(&generator))
                case .choice: .choice(column.choices.randomElement(using: &generator)?.value ?? "x")
                case .date: date(&generator).map(CellValue.date)
                case .boolean: .bool(Bool.random(using: &generator))
                case .unit, .externalParty, .goal: .reference(id(&generator))
                case .units, .externalParties, .goals, .signs: .references(ids(&generator))
                case .unitFunction: .unitFunction(.init(unitId: nil, function: text(&generator) + "x"))
                }
        }
        return cells
    }

    /// One write of a client that knows the layout badly.
    static func scribble(in document: Document, _ definitions: FieldDefinitions, _ generator: inout SeededGenerator) {
        guard let field = definitions.fields.randomElement(using: &generator) else { return }
        switch Int.random(in: 0...4, using: &generator) {
        case 0: document.text(field.id).insert(text(&generator), at: 0)
        case 1:
            document.map("values").set(
                field.id + ["", ".start", ".date", ".unitId"][Int.random(in: 0...3, using: &generator)],
                junk(&generator))
        case 2: document.map(field.id).set(id(&generator), junk(&generator))
        default:
            let members = field.columns.map { ($0.id, junk(&generator)) } + [("order", junk(&generator))]
            document.map(field.id).set("r\(Int.random(in: 0...4, using: &generator))", .map(members))
        }
    }

    private static func junk(_ generator: inout SeededGenerator) -> Input {
        switch Int.random(in: 0...8, using: &generator) {
        case 0: .text(text(&generator))
        case 1: .value(.string(id(&generator)))
        case 2: .value(.array(ids(&generator).map(Value.string)))
        case 3: .value(.string(date(&generator)?.iso ?? ""))
        case 4: .value(.bool(true))
        case 5: .value(.number(.nan))
        case 6: .array([.text("a"), .value(.null), .map([])])
        case 7: .map([("unitId", .value("u-fam")), ("function", .text("Leder"))])
        default: .value(.object(["unitId": "u-skole", "function": .array([])]))
        }
    }

    static func text(_ generator: inout SeededGenerator) -> String {
        let parts = ["a", "æ", "😀", "\n", " ", "»", "e\u{301}", "\\", "1"]
        return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            parts[Int.random(in: 0..<parts.count, using: &generator)]
        }.joined()
    }

    private static func id(_ generator: inout SeededGenerator) -> String {
        ["u-fam", "u-skole", "m-1", "m-2", "t-1", "e-hal", "bg-1", "ukendt", "med mellemrum"][
            Int.random(in: 0...8, using: &generator)]
    }

    private static func ids(_ generator: inout SeededGenerator) -> [String] {
        var ids: [String] = []
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let id = id(&generator)
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    private static func date(_ generator: inout SeededGenerator) -> CalendarDate? {
        CalendarDate(
            year: Int.random(in: 2026...2030, using: &generator), month: Int.random(in: 1...12, using: &generator),
            day: Int.random(in: 1...28, using: &generator))
    }
}
