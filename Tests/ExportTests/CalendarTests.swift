import Export
import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct CalendarTests {
    private func unfolded(_ calendar: String) -> [String] {
        calendar.replacingOccurrences(of: "\r\n ", with: "", options: .literal).components(separatedBy: "\r\n")
            .dropLast()
    }

    @Test func `the draft's calendar has a whole-day event for every entry of its timeline`() throws {
        let draft = try Example.draft()
        let text = DraftExport(draft, language: .danish, revised: 1_800_347_400_000).calendar()
        let lines = unfolded(text)
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == draft.timeline.count)
        #expect(lines.contains("DTSTAMP:20270119T083000Z"))
        #expect(lines.contains("DTSTART;VALUE=DATE:20270216") && lines.contains("DTEND;VALUE=DATE:20270217"))
        #expect(Set(lines.filter { $0.hasPrefix("UID:") }).count == draft.timeline.count)
    }

    @Test func `an event keeps its identity when its day is moved, and gets another when it becomes something else`()
        throws
    {
        func identifiers(_ change: (JSONValue) -> JSONValue) throws -> Set<String> {
            let draft = try Example.draft("u-skole", change)
            return Set(
                unfolded(DraftExport(draft, language: .danish, revised: 1).calendar()).filter { $0.hasPrefix("UID:") })
        }
        func changing(_ member: String, _ value: JSONValue) -> (JSONValue) -> JSONValue {
            { week in
                var week = week
                var milestones = week["milestones"]?.array ?? []
                for index in milestones.indices { milestones[index][member] = value }
                week["milestones"] = .array(milestones)
                return week
            }
        }
        let before = try identifiers { $0 }
        #expect(try identifiers(changing("due", "2027-06-01")) == before)
        #expect(try identifiers(changing("text", "Noget andet")) != before)
    }

    @Test func `a session stands in Danish time with its time zone`() throws {
        let lines = unfolded(OutcomeExport(try Example.outcome(), language: .danish, revised: 1).calendar())
        #expect(lines.contains("BEGIN:VTIMEZONE"))
        #expect(lines.contains { $0.hasPrefix("DTSTART;TZID=Europe/Copenhagen:20270119T") })
    }

    @Test func `hostile text makes no line and no event of its own, and no line is longer than 75 bytes`() throws {
        let seed: UInt64 = 42
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let plain = try Example.draft()
        let draft = try Example.draft("u-skole") { week in
            Example.replacingTexts(in: week) { hostile.next() + " x" }
        }
        let text = DraftExport(draft, language: .danish, revised: 1).calendar()
        let raw = text.components(separatedBy: "\r\n")
        #expect(raw.allSatisfy { $0.utf8.count <= 75 })
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\r" && $0 != "\n" })
        let lines = unfolded(text)
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == plain.timeline.count)
        let names = Set(lines.map { $0.prefix { $0 != ":" && $0 != ";" } })
        #expect(!names.contains("ATTENDEE"))
    }

    @Test func `days are counted through leap years and both ends of the calendar`() {
        for iso in ["1970-01-01", "2000-02-29", "2027-12-31", "2028-02-28", "1000-01-01", "9999-12-31", "1900-03-01"] {
            let date = CalendarDate(iso)
            #expect(date?.nextDay.iso != nil)
        }
        #expect(CalendarDate("2028-02-28")?.nextDay.iso == "2028-02-29")
        #expect(CalendarDate("2027-02-28")?.nextDay.iso == "2027-03-01")
        #expect(CalendarDate("1900-02-28")?.nextDay.iso == "1900-03-01")
        #expect(CalendarDate("2026-12-31")?.nextDay.iso == "2027-01-01")
        #expect(CalendarDate("9999-12-31")?.nextDay.iso == "9999-12-31")
    }
}
