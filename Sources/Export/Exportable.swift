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
    func events(in language: Language) -> [CalendarEvent]
    /// Under which name what its calendar told is kept, so that the next tells what changed; nil for what is a part of
    /// another's calendar or an old version of it.
    var calendarMemory: CalendarMemory? { get }
}

/// Where it is kept what a calendar told.
package struct CalendarMemory: Sendable, Hashable {
    package let weekID: String
    /// Unique in the week.
    package let name: String
}

extension Exportable {
    package func markdown() -> String { MarkdownWriter.write(document()) }
    package func csv() -> String { CSVWriter.write(sheet()) }
    /// - Parameter events: with what was told of them before; nil where nothing was.
    package func calendar(telling events: [CalendarEvent]? = nil) -> String {
        CalendarWriter.write(
            events ?? self.events(in: language), name: calendarName.shown, scope: calendarName.scope, revised: revised)
    }
}
