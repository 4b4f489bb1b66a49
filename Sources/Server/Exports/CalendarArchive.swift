import Application
import Export
import Foundation
import Logging
import Planning
import Storage

/// Calendars as they are told: each with what was told of it before, so that whoever has it already sees what was
/// changed and what is gone. What they told is kept without words.
struct CalendarArchive: Sendable {
    let storage: any Storage
    let logger: Logger
    /// Milliseconds since 1970.
    let now: @Sendable () -> Int64

    /// The calendar of something; what it tells is noted. Where nothing can be written, it is told all the same.
    func text(of source: any Exportable) async throws -> String {
        guard let memory = source.calendarMemory else { return source.calendar() }
        let (danish, english, language) = (source.events(in: .danish), source.events(in: .english), source.language)
        let now = now()
        let tell: @Sendable (any StorageReader) throws -> (told: ToldCalendar?, events: [CalendarEvent]) = { reader in
            let known = try reader.toldCalendar(weekID: memory.weekID, name: memory.name)
            let before = known.flatMap { try? JSONDecoder().decode(CalendarRecord.self, from: Data($0.document.utf8)) }
            var record = before ?? CalendarRecord()
            let events = record.telling(danish: danish, english: english, in: language, now: now)
            guard record != before else { return (nil, events) }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let document = String(decoding: try encoder.encode(record), as: UTF8.self)
            return (ToldCalendar(weekID: memory.weekID, name: memory.name, document: document), events)
        }
        let first = try await storage.read(tell)
        guard first.told != nil else { return source.calendar(telling: first.events) }
        do {
            // Two may ask at once.
            let events = try await storage.write { writer -> [CalendarEvent] in
                let (told, events) = try tell(writer)
                if let told { try writer.saveToldCalendar(told) }
                return events
            }
            return source.calendar(telling: events)
        } catch let error as StorageError {
            logger.warning("what a calendar told is not kept", metadata: ["reason": "\(error)"])
            return source.calendar(telling: first.events)
        }
    }
}
