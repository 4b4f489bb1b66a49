import CRDT
import Planning

/// Reads a document's fields, forgivingly: text may be a shared text or a plain string, lists may be shared or plain,
/// and whatever isn't what was asked for is passed over.
struct DocumentReader {
    /// Of one table. A group that writes one every ten seconds of a session has a thousand.
    private static let mostRows = 2_000

    private let document: Document
    private let values: YMap

    init(_ document: Document) {
        self.document = document
        values = document.map(DocumentLayout.values)
    }

    /// nil where the field is empty: a value is never an empty one.
    func value(of field: FieldDefinition) -> FieldValue? {
        switch field.kind {
        case .text, .longText: present(rootText(field.id)).map(FieldValue.text)
        case .longTextWithDate: textWithDate(field)
        case .dateRange: dateRange(field)
        case .citizenGroup: present(values[field.id].text).map(FieldValue.reference)
        case .goals, .units: references(field)
        case .unitFunction: unitFunction(field)
        case .rows, .trialActions, .signs, .milestones: rows(field)
        }
    }

    private func present(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The text of the root with this name, up to what an interchange document may hold.
    private func rootText(_ name: String) -> String {
        document.text(name).string.bounded
    }

    /// Fields of several parts have an entry of `values` for each.
    private func part(_ field: FieldDefinition, _ part: String) -> Output? {
        values[DocumentLayout.part(field.id, part)]
    }

    /// Either of the two is enough to be something; whether both are there is asked when somebody confirms.
    private func textWithDate(_ field: FieldDefinition) -> FieldValue? {
        let text = rootText(field.id)
        let date = part(field, "date").date
        return text.isEmpty && date == nil ? nil : .textWithDate(text: text, date: date)
    }

    /// Either end alone is something; an end before its beginning is for others to find.
    private func dateRange(_ field: FieldDefinition) -> FieldValue? {
        let start = part(field, "start").date
        let end = part(field, "end").date
        return start == nil && end == nil ? nil : .dateRange(start: start, end: end)
    }

    private func unitFunction(_ field: FieldDefinition) -> FieldValue? {
        let value = Week.UnitFunction(unitId: part(field, "unitId").text, function: function(field))
        return value.isEmpty ? nil : .unitFunction(value)
    }

    /// A plain value of `values`, or a root text that several write in at once. A page that begins to write in the text
    /// takes the value over and removes it, so where there is a value it is the newer one.
    private func function(_ field: FieldDefinition) -> String? {
        present(part(field, "function").text) ?? present(rootText(DocumentLayout.part(field.id, "function")))
    }

    /// A set: a map from id to position.
    private func references(_ field: FieldDefinition) -> FieldValue? {
        let set = document.map(field.id)
        let ids = set.keys.filter { !$0.isEmpty }.map { Row(id: $0, order: set[$0].text ?? "", cells: [:]) }
            .sorted(by: Row.precedes).map(\.id)
        return ids.isEmpty ? nil : .references(Array(ids.prefix(InterchangeLimits.listElements)))
    }

    /// In their order, up to a bound; then the answer "none, because …".
    private func rows(_ field: FieldDefinition) -> FieldValue? {
        let map = document.map(field.id)
        // Put in order first: to read the cells of rows by the ten thousand would hold up everybody else's model.
        let found = map.keys.compactMap { id in members(of: id, in: map).map { (head(id, $0), $0) } }
            .sorted { Row.precedes($0.0, $1.0) }
        let rows = found.prefix(Self.mostRows).map { head, members in
            var cells: [String: CellValue] = [:]
            for column in field.columns { cells[column.id] = CellReader(members).cell(column) }
            return Row(id: head.id, order: head.order, cells: cells)
        }
        let noneBecause = field.alternative == nil ? "" : rootText(DocumentLayout.noneBecause(field.id))
        guard !rows.isEmpty || !noneBecause.isEmpty else { return nil }
        return .rows(Array(rows), noneBecause: noneBecause)
    }

    /// The row ids of trial actions, signs and milestones become ids in the week; a key that cannot be one is no row,
    /// nor is what was taken away.
    private func members(of id: String, in map: YMap) -> YMap? {
        guard Identifier.isValid(id), case .map(let members)? = map[id], members[DocumentLayout.removed] == nil
        else { return nil }
        return members
    }

    /// A row without its cells.
    private func head(_ id: String, _ members: YMap) -> Row {
        Row(id: id, order: members[DocumentLayout.order].text ?? "", cells: [:])
    }
}

/// Reads the cells of one row.
private struct CellReader {
    private let row: YMap

    init(_ row: YMap) {
        self.row = row
    }

    /// nil for a cell that is empty or holds what its column does not.
    func cell(_ column: ColumnDefinition) -> CellValue? {
        switch column.kind {
        case .text, .longText: present(entry(column.id).text).map(CellValue.text)
        case .choice: present(entry(column.id).text).map(CellValue.choice)
        case .date: entry(column.id).date.map(CellValue.date)
        case .boolean: entry(column.id).bool.map(CellValue.bool)
        case .unit, .externalParty, .goal: present(entry(column.id).text).map(CellValue.reference)
        case .units, .externalParties, .goals, .signs: references(entry(column.id))
        case .unitFunction: unitFunction(column.id)
        }
    }

    /// The entry under the column's name, or under another name it goes by.
    private func entry(_ column: String) -> Output? {
        if let output = row[column] { return output }
        return DocumentLayout.aliases(column).lazy.compactMap { row[$0] }.first
    }

    private func present(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Without repetitions, in the order they were given.
    private func references(_ output: Output?) -> CellValue? {
        var seen: Set<String> = []
        let ids = output.strings.filter { !$0.isEmpty && seen.insert($0).inserted }
        return ids.isEmpty ? nil : .references(Array(ids.prefix(InterchangeLimits.listElements)))
    }

    /// Two entries, or one object, whichever way a client wrote it.
    private func unitFunction(_ column: String) -> CellValue? {
        let whole = row[column]
        let value = Week.UnitFunction(
            unitId: row[DocumentLayout.part(column, "unitId")].text ?? whole.member("unitId"),
            function: row[DocumentLayout.part(column, "function")].text ?? whole.member("function"))
        return value.isEmpty ? nil : .unitFunction(value)
    }
}

// MARK: - Forgiving

/// What an entry can be used as, whichever way a client wrote it.
extension Output? {
    /// A shared text or a plain string; numbers read as text too.
    fileprivate var text: String? {
        switch self {
        case .text(let text)?: text.string.bounded
        case .value(let value)?: value.text
        case .array?, .map?, .xml?, .subdocument?, nil: nil
        }
    }

    /// A day in ISO 8601; nil for text that is none.
    fileprivate var date: CalendarDate? {
        text.flatMap { CalendarDate($0) }
    }

    /// Only what is a truth value: a text that says "true" is not taken for one.
    fileprivate var bool: Bool? {
        guard case .value(.bool(let bool))? = self else { return nil }
        return bool
    }

    /// The strings of a plain or shared array; a single string counts as a list of one, a map as a set.
    fileprivate var strings: [String] {
        switch self {
        case .value(.array(let elements))?:
            elements.compactMap { if case .string(let string) = $0 { string.bounded } else { nil } }
        case .array(let array)?: array.elements.compactMap { Optional($0).text }
        case .map(let map)?: map.keys.sorted()
        case .value?, .text?, .xml?, .subdocument?, nil: text.map { [$0] } ?? []
        }
    }

    /// A member of a plain object or a shared map.
    fileprivate func member(_ key: String) -> String? {
        switch self {
        case .value(.object(let members))?: members[key]?.text
        case .map(let map)?: map[key].text
        case .value?, .text?, .array?, .xml?, .subdocument?, nil: nil
        }
    }
}

extension Value {
    fileprivate var text: String? {
        switch self {
        case .string(let string): string.bounded
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .undefined, .null, .bool, .bigInt, .bytes, .array, .object: nil
        }
    }
}

extension String {
    /// As much of it as an interchange document may hold in one text, so that what was read can be imported again.
    fileprivate var bounded: String {
        guard utf8.count > InterchangeLimits.textBytes else { return self }
        var bytes = 0
        return String(
            prefix { character in
                bytes += character.utf8.count
                return bytes <= InterchangeLimits.textBytes
            })
    }
}
