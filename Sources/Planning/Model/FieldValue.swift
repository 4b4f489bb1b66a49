/// What a field of a collaboration model holds. A value is never empty: an empty field has none.
package enum FieldValue: Sendable, Hashable {
    case text(String)
    case textWithDate(text: String, date: CalendarDate?)
    case dateRange(start: CalendarDate?, end: CalendarDate?)
    case reference(String)
    /// Without repetitions, in the order people gave them.
    case references([String])
    case unitFunction(Week.UnitFunction)
    /// In order. `noneBecause` is the answer "none, because …" of a field that offers it; empty where it isn't given.
    case rows([Row], noneBecause: String)
}

/// A row of a field.
package struct Row: Sendable, Hashable {
    /// The key of the row in the document; for trial actions, signs and milestones the thing's own id.
    package var id: String
    /// Where the row stands: a fractional index (``FractionalIndex``), ties broken by the id.
    package var order: String
    /// By column id. Columns the field's definition doesn't have are not read.
    package var cells: [String: CellValue]

    package init(id: String, order: String, cells: [String: CellValue]) {
        self.id = id
        self.order = order
        self.cells = cells
    }

    /// The order of rows in a field; total, so that all clients agree on it.
    package static func precedes(_ left: Row, _ right: Row) -> Bool {
        left.order == right.order
            ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
            : left.order.utf8.lexicographicallyPrecedes(right.order.utf8)
    }

    /// The id of the n-th row of a field that came from a document, counted from 0. Rows have no ids there; this one
    /// is how a row finds back to the members it came with.
    static func importedID(_ index: Int) -> String {
        "r\(index + 1)"
    }
}

extension Row {
    /// The text of a text or choice cell; nil when it is blank.
    package func text(_ column: String) -> String? {
        switch cells[column] {
        case .text(let text)?, .choice(let text)?: presentText(text)
        case .date?, .bool?, .reference?, .references?, .unitFunction?, nil: nil
        }
    }

    package func reference(_ column: String) -> String? {
        guard case .reference(let id)? = cells[column] else { return nil }
        return id
    }

    package func references(_ column: String) -> [String] {
        guard case .references(let ids)? = cells[column] else { return [] }
        return ids
    }

    package func date(_ column: String) -> CalendarDate? {
        guard case .date(let date)? = cells[column] else { return nil }
        return date
    }

    package func bool(_ column: String) -> Bool? {
        guard case .bool(let bool)? = cells[column] else { return nil }
        return bool
    }

    package func unitFunction(_ column: String) -> Week.UnitFunction? {
        guard case .unitFunction(let value)? = cells[column] else { return nil }
        return value
    }
}

/// What a cell of a row holds. A cell is never empty: an empty one isn't there.
package enum CellValue: Sendable, Hashable {
    case text(String)
    case choice(String)
    case date(CalendarDate)
    case bool(Bool)
    case reference(String)
    case references([String])
    case unitFunction(Week.UnitFunction)
}

extension FieldValue {
    /// Everything in it that people wrote in their own words.
    package var texts: [String] {
        switch self {
        case .text(let text), .textWithDate(let text, _): [text]
        case .dateRange, .reference, .references: []
        case .unitFunction(let value): [value.function].compactMap(\.self)
        case .rows(let rows, let noneBecause): rows.flatMap { $0.cells.values.compactMap(\.text) } + [noneBecause]
        }
    }
}

extension CellValue {
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .unitFunction(let value): value.function
        case .choice, .date, .bool, .reference, .references: nil
        }
    }
}
