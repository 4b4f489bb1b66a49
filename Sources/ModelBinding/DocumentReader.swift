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

    private func rootText(_ name: String) -> String {
        document.text(name).string.bounded
    }

    private func part(_ field: FieldDefinition, _ part: String) -> Output? {
        values[DocumentLayout.part(field.id, part)]
    }

    private func textWithDate(_ field: FieldDefinition) -> FieldValue? {
        let text = rootText(field.id)
        let date = part(field, "date").date
        return text.isEmpty && date == nil ? nil : .textWithDate(text: text, date: date)
    }

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
