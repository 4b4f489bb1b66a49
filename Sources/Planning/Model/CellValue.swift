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
