package import Foundation
package import Planning

/// Something that can be had in every format.
package protocol Exportable: Sendable {
    var language: Language { get }
    /// When what it tells was last changed, milliseconds since 1970.
    var revised: Int64 { get }
    /// What its file is called, without the ending: letters, digits and hyphens.
    var fileName: String { get }
    /// What its calendar is called, and what the calendar's events belong to.
    var calendarName: (shown: String, scope: String) { get }
    func json() throws -> Data
    func document() -> ExportDocument
    func sheet() -> Spreadsheet
    func events() -> [CalendarEvent]
}

extension Exportable {
    package func markdown() -> String { MarkdownWriter.write(document()) }
    package func csv() -> String { CSVWriter.write(sheet()) }
    package func calendar() -> String {
        CalendarWriter.write(events(), name: calendarName.shown, scope: calendarName.scope, revised: revised)
    }
}
