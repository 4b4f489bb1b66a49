package import Planning

/// What a calendar has told, so that the next time it tells what was changed and what is gone: of each event its number
/// and a hash of what it said, no words of anybody's. A value; as JSON it is kept by whoever exports.
package struct CalendarRecord: Sendable, Hashable, Codable {
    /// Events in one calendar that are remembered; what is above it is told as if it were new. A plan has some dozens.
    package static let mostEvents = 5_000
    /// Cancelled events that are told along, the newest of them, and for how long: somebody's calendar that has not
    /// asked for a year is not one that anybody looks at.
    package static let mostCancelled = 200
    /// Long enough for a calendar that is opened once a year.
    package static let cancelledDays = 400

    /// What was told of one event.
    private struct Entry: Sendable, Hashable, Codable {
        var digest: String
        var sequence: Int
        /// Milliseconds since 1970.
        var modified: Int64
        var date: CalendarDate
        var category: LocalizedText
        var isCancelled: Bool
    }

    /// By the event's key.
    private var entries: [String: Entry] = [:]

    /// Of a calendar that was never exported.
    package init() {}

    /// Takes note of what is told now.
    ///
    /// - Parameters:
    ///   - danish: all events; what they say decides whether they changed, in whatever language they are told.
    ///   - english: the same events.
    ///   - now: milliseconds since 1970.
    /// - Returns: the events in the language, with their numbers, and those that were told before and are gone.
    package mutating func telling(
        danish: [CalendarEvent], english: [CalendarEvent], in language: Language, now: Int64
    ) -> [CalendarEvent] {
        let categories = Dictionary(english.map { ($0.key, $0.category) }, uniquingKeysWith: { first, _ in first })
        for event in danish.prefix(Self.mostEvents) {
            let category = LocalizedText(da: event.category, en: categories[event.key] ?? event.category)
            note(event, category, now)
        }
        let keys = Set(danish.map(\.key))
        for (key, entry) in entries where !keys.contains(key) && !entry.isCancelled {
            entries[key]?.isCancelled = true
            entries[key]?.sequence = Self.sequence(after: entry.sequence, now)
            entries[key]?.modified = now
        }
        forget(before: now - Int64(Self.cancelledDays) * 86_400_000)
        return (language == .danish ? danish : english).map(numbered) + cancelled(in: language)
    }

    /// Counts an event's number up where it says something else than before.
    private mutating func note(_ event: CalendarEvent, _ category: LocalizedText, _ now: Int64) {
        let digest = event.digest
        let old = entries[event.key]
        guard old?.digest != digest || old?.isCancelled == true else { return }
        entries[event.key] = Entry(
            digest: digest, sequence: Self.sequence(after: old?.sequence, now), modified: now, date: event.date,
            category: category, isCancelled: false)
    }

    /// Counts minutes, so that it goes up also where the record was taken from a backup that had not come so far.
    private static func sequence(after last: Int?, _ now: Int64) -> Int {
        let minutes = Int(max(0, now - 1_767_225_600_000) / 60_000)
        return last.map { max($0 + 1, minutes) } ?? minutes
    }

    /// Drops events that were cancelled long ago: no calendar still has them.
    private mutating func forget(before time: Int64) {
        let cancelled = entries.filter(\.value.isCancelled).sorted {
            ($0.value.modified, $0.key) > ($1.value.modified, $1.key)
        }
        for (place, entry) in cancelled.enumerated()
        where place >= Self.mostCancelled || entry.value.modified < time {
            entries[entry.key] = nil
        }
    }

    private func numbered(_ event: CalendarEvent) -> CalendarEvent {
        guard let entry = entries[event.key] else { return event }
        var event = event
        (event.sequence, event.modified) = (entry.sequence, entry.modified)
        return event
    }

    /// Events that are gone, as cancelled ones: a calendar deletes what it has of them.
    private func cancelled(in language: Language) -> [CalendarEvent] {
        let words = ExportWords(language: language)
        return entries.filter(\.value.isCancelled).sorted { ($0.value.date, $0.key) < ($1.value.date, $1.key) }.map {
            let category = $0.value.category.in(language)
            var event = CalendarEvent(
                key: $0.key, summary: words("Aflyst: \(category)", "Cancelled: \(category)"), description: "",
                category: category, date: $0.value.date, hours: nil)
            (event.sequence, event.modified, event.isCancelled) = ($0.value.sequence, $0.value.modified, true)
            return event
        }
    }
}

extension CalendarEvent {
    /// Of everything that it says.
    fileprivate var digest: String {
        let hours = hours.map { "\($0.start.words(.english))-\($0.end.words(.english))" } ?? ""
        let said = [summary, description, category, date.iso, hours, reminderDays.map(String.init) ?? ""]
        return StableKey.of(said.map { "\($0.utf8.count):\($0)" }.joined())
    }
}
