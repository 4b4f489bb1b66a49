/// The value of a field in a collaboration model. Never empty: an empty field has no value, so that "is it filled in"
/// is "is it there".
package enum FieldValue: Sendable, Hashable {
    /// As people typed it, line feeds included; trimmed only where it is shown.
    case text(String)
    case textWithDate(text: String, date: CalendarDate?)
    /// Either end may be open.
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

    /// The id in a cell that refers to one thing; nil for any other cell.
    package func reference(_ column: String) -> String? {
        guard case .reference(let id)? = cells[column] else { return nil }
        return id
    }

    /// The ids in a cell that refers to several; empty for any other cell.
    package func references(_ column: String) -> [String] {
        guard case .references(let ids)? = cells[column] else { return [] }
        return ids
    }

    /// A calendar day without a time.
    package func date(_ column: String) -> CalendarDate? {
        guard case .date(let date)? = cells[column] else { return nil }
        return date
    }

    /// nil where nobody has answered: that is not the same as no.
    package func bool(_ column: String) -> Bool? {
        guard case .bool(let bool)? = cells[column] else { return nil }
        return bool
    }

    /// A function in a unit, either of which may be missing.
    package func unitFunction(_ column: String) -> Week.UnitFunction? {
        guard case .unitFunction(let value)? = cells[column] else { return nil }
        return value
    }
}

/// The value of a cell in a row. Never empty: an empty cell isn't there. A choice is the option's id, never its label.
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
    /// Everything in it that people wrote in their own words: what is searched for names and personal numbers.
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
    /// nil for what was chosen from a list: that cannot hold a name.
    fileprivate var text: String? {
        switch self {
        case .text(let text): text
        case .unitFunction(let value): value.function
        case .choice, .date, .bool, .reference, .references: nil
        }
    }
}
