import Planning
import Testing

@Suite struct FormatTests {
    @Test func `dates read as each language writes them`() throws {
        let date = try #require(CalendarDate("2027-01-05"))
        #expect(date.words(.danish) == "5. januar 2027")
        #expect(date.words(.english) == "5 January 2027")
        #expect(date.iso == "2027-01-05")
    }

    @Test(arguments: [
        "2027-02-29", "2027-13-01", "2027-00-10", "2027-1-5", "27-01-05", "2027-01-05T10:00", "", "abcd-ef-gh",
        "2100-02-29",
    ])
    func `a day that doesn't exist is no date`(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func `weeks count as ISO 8601 says, also around New Year`() throws {
        func week(_ text: String) throws -> String {
            let week = try #require(CalendarDate(text)).isoWeek
            return "\(week.year)-\(week.week)"
        }
        #expect(try week("2027-01-18") == "2027-3")
        #expect(try week("2027-01-03") == "2026-53")
        #expect(try week("2024-12-30") == "2025-1")
        #expect(try week("2021-01-03") == "2020-53")
        #expect(try #require(CalendarDate("2027-01-18")).isoWeekday == 1)
    }

    @Test func `four years from a leap day is a day that exists`() throws {
        #expect(try #require(CalendarDate("2028-02-29")).adding(years: 1)?.iso == "2029-02-28")
        #expect(try #require(CalendarDate("2028-02-29")).adding(years: 4)?.iso == "2032-02-29")
    }

    @Test func `times are written with a full stop in Danish`() throws {
        #expect(try #require(ClockTime("08:30")).words(.danish) == "08.30")
        #expect(try #require(ClockTime("08:30")).words(.english) == "08:30")
        #expect(ClockTime("24:00") == nil && ClockTime("8:30") == nil)
    }

    @Test func `numbers are grouped and divided as each language does it`() {
        #expect(NumberWords.text(1234.5) == "1.234,5")
        #expect(NumberWords.text(1234.5, .english) == "1,234.5")
        #expect(NumberWords.text(1_234_567) == "1.234.567")
        #expect(NumberWords.text(-0.004) == "0")
        #expect(NumberWords.text(2.05) == "2,05")
        #expect(NumberWords.text(999) == "999" && NumberWords.text(-1000) == "-1.000")
    }

    @Test func `æ, ø and å come last, and aa sorts as å`() {
        let sorted = DanishOrder.sorted([
            "Åbenrå", "Øster", "Ærø", "Zebra", "Aalborg", "Aarhus", "Abe", "abe", "Ål", "Café", "Cafe",
        ])
        #expect(sorted == ["Abe", "abe", "Cafe", "Café", "Zebra", "Ærø", "Øster", "Åbenrå", "Ål", "Aalborg", "Aarhus"])
    }

    @Test func `a text put inside a sentence keeps names and abbreviations`() {
        #expect("Elevsamtaler".insideSentence() == "elevsamtaler")
        #expect("PPR spørges".insideSentence() == "PPR spørges")
        #expect("Ungeindsatsens tal".insideSentence(names: ["Ungeindsatsen"]) == "Ungeindsatsens tal")
        #expect("6. klasse".insideSentence() == "6. klasse")
        #expect("Svar".asSentence == "Svar." && "Svar?".asSentence == "Svar?" && " ".asSentence == "")
    }
}
