import CRDT
import Planning

/// Writes fields into an empty document. Every text cell of a row is made, also the empty ones, so that two people who
/// begin to write in it at the same moment write in the same text.
struct DocumentWriter {
    private let document: Document
    private let values: YMap

    init(_ document: Document) {
        self.document = document
        values = document.map(DocumentLayout.values)
    }

    /// An empty field leaves nothing: whoever begins to write makes its text.
    func write(_ value: FieldValue?, of field: FieldDefinition) {
        switch value {
        case nil: return
        case .text(let text)?: writeText(text, field.id)
        case .textWithDate(let text, let date)?:
            writeText(text, field.id)
            writePart(field, "date", date?.iso)
        case .dateRange(let start, let end)?:
            writePart(field, "start", start?.iso)
            writePart(field, "end", end?.iso)
        case .reference(let id)?: values.set(field.id, .value(.string(id)))
        case .references(let ids)?: writeReferences(ids, field.id)
        case .unitFunction(let value)?:
            writePart(field, "unitId", value.unitId)
            writePart(field, "function", value.function)
        case .rows(let rows, let noneBecause)?:
            for row in rows { write(row, field) }
            writeText(noneBecause, DocumentLayout.noneBecause(field.id))
        }
    }

    /// Into a root of its own, so that several can write in it at once.
    private func writeText(_ text: String, _ root: String) {
        guard !text.isEmpty else { return }
        document.text(root).insert(text, at: 0)
    }

    /// As a plain value: the last who sets it is right.
    private func writePart(_ field: FieldDefinition, _ part: String, _ value: String?) {
        guard let value else { return }
        values.set(DocumentLayout.part(field.id, part), .value(.string(value)))
    }

    /// A map from id to place, so that two who add the same at once add it once.
    private func writeReferences(_ ids: [String], _ root: String) {
        let set = document.map(root)
        for (id, order) in zip(ids, FractionalIndex.sequence(ids.count)) { set.set(id, .value(.string(order))) }
    }

    /// One map set whole, texts and all: the row is there at once or not at all.
    private func write(_ row: Row, _ field: FieldDefinition) {
        var members: [(String, Input)] = [(DocumentLayout.order, .value(.string(row.order)))]
        for column in field.columns { members += entries(row.cells[column.id], column) }
        document.map(field.id).set(row.id, .map(members))
    }

    /// What a cell is in the row's map. A text is made also where it is empty.
    private func entries(_ cell: CellValue?, _ column: ColumnDefinition) -> [(String, Input)] {
        switch column.kind {
        case .text, .longText:
            guard case .text(let text)? = cell else { return [(column.id, .text(""))] }
            return [(column.id, .text(text))]
        case .unitFunction:
            let function = DocumentLayout.part(column.id, "function")
            guard case .unitFunction(let value)? = cell else { return [(function, .text(""))] }
            let unit = value.unitId.map { (DocumentLayout.part(column.id, "unitId"), Input.value(.string($0))) }
            return [unit].compactMap(\.self) + [(function, .text(value.function ?? ""))]
        case .date, .boolean, .choice, .unit, .externalParty, .goal, .units, .externalParties, .goals, .signs:
            return value(of: cell).map { [(column.id, .value($0))] } ?? []
        }
    }

    /// What isn't written by several at once stands as a plain value.
    private func value(of cell: CellValue?) -> Value? {
        switch cell {
        case .choice(let text)?, .reference(let text)?: .string(text)
        case .date(let date)?: .string(date.iso)
        case .bool(let bool)?: .bool(bool)
        case .references(let ids)?: .array(ids.map(Value.string))
        case .text?, .unitFunction?, nil: nil
        }
    }
}
