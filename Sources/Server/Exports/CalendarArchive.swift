import Application
import Export
import Foundation
import Logging
import Planning
import Storage
import Synchronization

/// Calendars as they are told: each with what was told of it before, so that whoever has it already sees what was
/// changed and what is gone.
///
/// What they told is noted without words. Who asks for a calendar reads: the notes are stored soon after, many in one
/// transaction (``store()``), and when the server stops. After a crash an event that was told for the first time in the
/// seconds before it is told as new once more; its number goes up all the same.
final class CalendarArchive: Sendable {
    /// Notes that wait, as a rule; above it they are stored at once.
    private static let most = 500

    private struct State {
        var noted: [CalendarMemory: CalendarRecord] = [:]
        /// How often notes were stored and let go of.
        var rounds: UInt64 = 0
    }

    private let storage: any Storage
    private let logger: Logger
    /// Milliseconds since 1970.
    private let now: @Sendable () -> Int64
    private let state = Mutex(State())

    init(storage: any Storage, logger: Logger, now: @escaping @Sendable () -> Int64) {
        self.storage = storage
        self.logger = logger
        self.now = now
    }

    /// The calendar of something; what it tells is noted.
    func text(of source: any Exportable) async throws -> String {
        guard let memory = source.calendarMemory else { return source.calendar() }
        let (danish, english, language) = (source.events(in: .danish), source.events(in: .english), source.language)
        let now = now()
        while true {
            let round = state.withLock { $0.rounds }
            let stored = try await storage.read { try $0.toldCalendar(weekID: memory.weekID, name: memory.name) }
            let before = stored.flatMap { try? JSONDecoder().decode(CalendarRecord.self, from: Data($0.document.utf8)) }
            // Two may ask at once; and what was read may have been stored anew meanwhile.
            let told = state.withLock { state -> (events: [CalendarEvent], isFull: Bool)? in
                guard state.rounds == round else { return nil }
                let last = state.noted[memory] ?? before ?? CalendarRecord()
                var record = last
                let events = record.telling(danish: danish, english: english, in: language, now: now)
                if record != last { state.noted[memory] = record }
                return (events, state.noted.count > Self.most)
            }
            guard let told else { continue }
            if told.isFull { Task { await store() } }
            return source.calendar(telling: told.events)
        }
    }

    /// Stores what was noted. What cannot be written now is kept for the next time.
    func store() async {
        let noted = state.withLock { $0.noted }
        guard !noted.isEmpty else { return }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let told = try noted.map { memory, record in
                ToldCalendar(
                    weekID: memory.weekID, name: memory.name,
                    document: String(decoding: try encoder.encode(record), as: UTF8.self))
            }
            try await storage.write { writer in
                for calendar in told where try writer.week(calendar.weekID) != nil {
                    try writer.saveToldCalendar(calendar)
                }
            }
        } catch {
            logger.warning("what calendars told is not stored yet", metadata: ["reason": "\(error)"])
            return
        }
        state.withLock { state in
            for (memory, record) in noted where state.noted[memory] == record { state.noted[memory] = nil }
            state.rounds += 1
        }
    }
}
