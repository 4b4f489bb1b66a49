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

    @Test func `an event keeps its identity whatever is written of it, and two of the same text keep theirs`() throws {
        func identifiers(_ change: (JSONValue) -> JSONValue) throws -> [Set<String>] {
            let calendars = [
                DraftExport(try Example.draft("u-skole", change), language: .danish, revised: 1).calendar(),
                OutcomeExport(try Example.outcome("s-1", change), language: .danish, revised: 1).calendar(),
            ]
            return calendars.map { Set(unfolded($0).filter { $0.hasPrefix("UID:") }) }
        }
        func changing(_ texts: [String]) -> (JSONValue) -> JSONValue {
            { week in
                var (week, count) = (week, 0)
                for (list, member) in [("milestones", "text"), ("trialActions", "title")] {
                    week[list] = .array(
                        week.elements(list).map { item in
                            var item = item
                            item[member] = .string(texts[min(count, texts.count - 1)])
                            count += 1
                            return item
                        })
                }
                return week
            }
        }
        let before = try identifiers { $0 }
        #expect(before.allSatisfy { $0.count > 2 })
        #expect(try identifiers(changing(["Det samme"])) == before)
        // The first of the equal ones is called something else.
        #expect(try identifiers(changing(["Noget andet", "Det samme"])) == before)
        #expect(
            try identifiers { week in
                var week = week
                week["milestones"] = .array(
                    week.elements("milestones").map {
                        var item = $0
                        item["due"] = "2027-06-01"
                        return item
                    })
                return week
            } == before)
    }

    @Test func `ids of any alphabet give identities of their own, in ASCII`() {
        let date = CalendarDate(dayNumber: 20_000)
        func calendar(_ scope: String) -> [String] {
            let event = CalendarEvent(key: "æ", summary: "s", description: "", category: "c", date: date, hours: nil)
            return unfolded(CalendarWriter.write([event], name: "n", scope: scope, revised: 1)).filter {
                $0.hasPrefix("UID:")
            }
        }
        #expect(calendar("skole-å") == ["UID:skole-=c3=a5.=c3=a6@samspil"])
        #expect(calendar("skole-å") != calendar("skole-ø") && calendar("a=c3") != calendar("aÃ"))
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
