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
