import Application
import Export
import Foundation
import Logging
import Planning
import Storage
import Synchronization

/// What each calendar said when it was exported last, so that a calendar program that has it already learns what was
/// changed and what is gone (RFC 5545: SEQUENCE and STATUS:CANCELLED).
///
/// The record has no words of the events in it. Exporting is a GET and so writes nothing: records are persisted soon
/// after, many in one transaction (``store()``), and when the server stops. After a crash an event that was first
/// exported in the seconds before is exported as new once more; its sequence number goes up all the same.
final class CalendarArchive: Sendable {
    /// Records that may wait for the next regular round; above it they are persisted at once.
    private static let most = 500

    /// Guarded by one mutex: calendars are made on several threads.
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

    /// The calendar of a draft, plan or outcome as iCalendar text; what it says is recorded for the next export.
    ///
    /// - Throws: `StorageError` where the last record cannot be read: without it every change would look new.
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

    /// Persists what was recorded, on any thread. What cannot be written now is kept for the next time. A calendar of a
    /// week that is gone is dropped: it would be a row without an owner.
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
            // One that was exported again meanwhile stays, for the next round.
            for (memory, record) in noted where state.noted[memory] == record { state.noted[memory] = nil }
            state.rounds += 1
        }
    }
}
