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
    /// Everything, for programs; its shape is published as a schema.
    func json() throws -> Data
    /// For readers: Markdown, DOCX, ODT and PDF are made of it.
    func document() -> ExportDocument
    /// For spreadsheets.
    func sheet() -> Spreadsheet
    /// Its days, for calendars.
    func events(in language: Language) -> [CalendarEvent]
    /// Under which name what its calendar told is kept, so that the next tells what changed; nil for what is a part of
    /// another's calendar or an old version of it.
    var calendarMemory: CalendarMemory? { get }
}

/// Where it is kept what a calendar told.
package struct CalendarMemory: Sendable, Hashable {
    /// The week and the calendar's name within it are the key of what was exported before.
    package let weekID: String
    /// Unique in the week.
    package let name: String
}

extension Exportable {
    /// Without a way to break it off.
    package func csv() -> String { CSVWriter.write(sheet()) }

    /// - Throws: `CancellationError` when it was over before it was written.
    package func markdown(unless isOver: IsOver) throws -> String {
        try MarkdownWriter.write(document(), unless: isOver)
    }

    /// - Throws: `CancellationError` when it was over before it was written.
    package func csv(unless isOver: IsOver) throws -> String { try CSVWriter.write(sheet(), unless: isOver) }

    /// - Parameter events: with what was told of them before; nil where nothing was.
    package func calendar(telling events: [CalendarEvent]? = nil) -> String {
        CalendarWriter.write(
            events ?? self.events(in: language), name: calendarName.shown, scope: calendarName.scope, revised: revised)
    }
}

/// File names that every system takes.
package enum FileName {
    /// Lower-case ASCII letters, digits and single hyphens; Danish letters as they are written without them.
    package static func make(_ parts: [String], fallback: String = "samspil") -> String {
        var name = ""
        for character in parts.joined(separator: " ").lowercased() {
            switch character {
            case "æ", "ä": name += "ae"
            case "ø", "ö": name += "oe"
            case "å": name += "aa"
            case "é", "è", "ê": name += "e"
            case "ü": name += "u"
            case _ where character.isASCII && (character.isLetter || character.isNumber): name.append(character)
            default: if name.last != "-", !name.isEmpty { name += "-" }
            }
            if name.utf8.count >= 80 { break }
        }
        while name.last == "-" { name.removeLast() }
        return name.isEmpty ? fallback : name
    }
}
