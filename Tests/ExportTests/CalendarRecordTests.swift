import Export
import Foundation
import Planning
import TestSeeds
import Testing

/// What calendars are told, change by change.
@Suite struct CalendarRecordTests {
    private static let start: Int64 = 1_800_000_000_000

    private func event(_ key: String, _ summary: String, _ day: Int = 20_500) -> CalendarEvent {
        CalendarEvent(
            key: key, summary: summary, description: "", category: "Milepæl", date: CalendarDate(dayNumber: day),
            hours: nil)
    }

    /// Kept between two tellings, as the server keeps it.
    private func kept(_ record: CalendarRecord) throws -> CalendarRecord {
        try JSONDecoder().decode(CalendarRecord.self, from: try JSONEncoder().encode(record))
    }

    private func tell(
        _ record: inout CalendarRecord, _ events: [CalendarEvent], minute: Int64, in language: Language = .danish
    ) throws -> [String: CalendarEvent] {
        record = try kept(record)
        let told = record.telling(
            danish: events, english: events, in: language, now: Self.start + minute * 60_000)
        return Dictionary(uniqueKeysWithValues: told.map { ($0.key, $0) })
    }

    @Test func `what was changed counts up and says when, and the rest stands as it was told`() throws {
        var record = CalendarRecord()
        let first = try tell(&record, [event("a", "En"), event("b", "To")], minute: 0)
        let same = try tell(&record, [event("a", "En"), event("b", "To")], minute: 5, in: .english)
        #expect(same == first)
        let second = try tell(&record, [event("a", "En?"), event("b", "To")], minute: 5)
        let (old, new) = (try #require(first["a"]), try #require(second["a"]))
        #expect(new.sequence > old.sequence && new.modified == Self.start + 300_000)
        #expect(second["b"] == first["b"])
    }

    @Test func `what is gone is told as cancelled without its words, and told anew when it is there again`() throws {
        var record = CalendarRecord()
        let first = try tell(&record, [event("a", "Hemmeligt"), event("b", "To")], minute: 0)
        let second = try tell(&record, [event("b", "To")], minute: 1)
        let gone = try #require(second["a"])
        #expect(gone.isCancelled && gone.sequence > (first["a"]?.sequence ?? .max) && gone.date == first["a"]?.date)
        #expect(gone.summary == "Aflyst: Milepæl")
        let text = String(decoding: try JSONEncoder().encode(record), as: UTF8.self)
        #expect(!text.contains("Hemmeligt"))
        #expect(try tell(&record, [event("b", "To")], minute: 2)["a"] == gone)
        let back = try #require(try tell(&record, [event("a", "Hemmeligt"), event("b", "To")], minute: 3)["a"])
        #expect(!back.isCancelled && back.sequence > gone.sequence)
    }

    @Test func `cancelled ones are told for a year, the newest two hundred of them`() throws {
        var record = CalendarRecord()
        _ = try tell(&record, (0..<300).map { event("k\($0)", "x") }, minute: 0)
        #expect(try tell(&record, [], minute: 1).count == CalendarRecord.mostCancelled)
        #expect(try tell(&record, [], minute: 399 * 1_440).count == CalendarRecord.mostCancelled)
        #expect(try tell(&record, [], minute: 402 * 1_440).isEmpty)
    }

    @Test func `a record from a backup that had not come so far still counts above what was told since`() throws {
        var record = CalendarRecord()
        _ = try tell(&record, [event("a", "En")], minute: 0)
        var lost = try kept(record)
        let told = try tell(&record, [event("a", "To")], minute: 60)
        let again = try tell(&lost, [event("a", "Tre")], minute: 120)
        #expect((again["a"]?.sequence ?? 0) > (told["a"]?.sequence ?? .max))
    }

    @Test func `through any changes every event counts up when it says something else, and only then`() throws {
        let seed: UInt64 = 5_545
        print("seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        var record = CalendarRecord()
        var before: [String: CalendarEvent] = [:]
        for minute in 0..<400 {
            let there = (0..<8).filter { _ in Bool.random(using: &generator) }
            let events = there.map { event("k\($0)", "t\(Int.random(in: 0..<2, using: &generator))") }
            let told = try tell(&record, events, minute: Int64(minute / 3))
            #expect(Set(told.keys) == Set(before.keys).union(events.map(\.key)))
            for (key, now) in told {
                guard let last = before[key] else { continue }
                let isSame = now.summary == last.summary && now.isCancelled == last.isCancelled
                #expect(isSame ? now == last : now.sequence > last.sequence, "\(key) at \(minute)")
            }
            before = told
        }
    }
}
