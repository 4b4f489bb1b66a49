@testable import Planning
import TestSeeds
import Testing

/// Rules that the page repeats, as cases that its own tests read too (`Web/tests/sharedRules.test.ts`).
struct SharedRulesTests {
    // MARK: Days and times

    private struct Day: Encodable {
        let iso: String
        /// nil where there is no such day.
        let da, en: String?
        let week: Int?
    }

    @Test func `days are there or not, are said and are in weeks as on the page`() throws {
        var generator = SeededGenerator(seed: 1)
        var written = [
            "2028-02-29", "2027-02-29", "2000-02-29", "2100-02-29", "2027-00-10", "2027-13-01", "2027-04-31",
            "2027-01-00",
            "2026-12-31", "2027-01-01", "2027-01-03", "2027-01-04", "2029-12-31", "2020-12-31", "2024-12-30",
            "1900-01-01",
            "2999-12-31", "2027-1-05", "2027/01/05", "05-01-2027", "", "2027-01-05T00", " 2027-01-05",
        ]
        for _ in 0..<150 {
            let day = Int.random(in: -20_000...60_000, using: &generator)
            written.append(CalendarDate(dayNumber: day).iso)
        }
        let cases = written.map { iso in
            let date = CalendarDate(iso)
            return Day(iso: iso, da: date?.words(.danish), en: date?.words(.english), week: date?.isoWeek.week)
        }
        #expect(try SharedVectors.difference("days", cases) == nil)
    }

    private struct WrittenDay: Encodable { let text, iso: String }

    @Test func `a day that tables take is taken by the page's forms too, and is the same`() throws {
        let texts = ["2027-01-31", "31-01-2027", "31.1.2027", "31/1/2027", "1-2-2027", "29.02.2028", "05/11/1999"]
        let cases = try texts.map { WrittenDay(text: $0, iso: try #require(CalendarDate(written: $0)).iso) }
        #expect(try SharedVectors.difference("written-days", cases) == nil)
    }

    private struct Time: Encodable { let text, da, en: String }

    @Test func `times of day are said as on the page`() throws {
        let cases = try ["00:00", "08:30", "12:05", "23:59"].map { text in
            let time = try #require(ClockTime(text))
            return Time(text: text, da: time.words(.danish), en: time.words(.english))
        }
        #expect(try SharedVectors.difference("times", cases) == nil)
    }

    // MARK: Follow-ups

    private struct Month: Encodable { let days: [String] }
    private struct Rule: Encodable { let id, day: String }

    @Test func `the days a municipality may set are those the page asks for, and come every year`() throws {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let rules = try FollowUpRule.settable.map { rule in
            Rule(id: rule.id, day: "\(two(try #require(rule.month)))-\(two(try #require(rule.day)))")
        }
        #expect(try SharedVectors.difference("follow-up-rules", rules) == nil)
        let months = (0...13).map { month in
            Month(days: (0...40).map { "\(two(month))-\(two($0))" }.filter { MonthDay($0) != nil })
        }
        #expect(try SharedVectors.difference("month-days", months) == nil)
    }

    // MARK: Order

    private struct Place: Encodable { let id, order: String }

    @Test func `rows are in the same order as on the page, which finds room between any two`() throws {
        var generator = SeededGenerator(seed: 2)
        var cases = [1, 3, 30, 31, 62, 500].map { count in
            FractionalIndex.sequence(count).enumerated().map { Row(id: "r-\($0)", order: $1, cells: [:]) }
        }
        var orders = FractionalIndex.sequence(2)
        for _ in 0..<120 {
            let index = Int.random(in: 0...orders.count, using: &generator)
            let lower = index > 0 ? orders[index - 1] : nil
            orders.insert(FractionalIndex.between(lower, index < orders.count ? orders[index] : nil), at: index)
        }
        cases.append(orders.enumerated().map { Row(id: "r-\($0)", order: $1, cells: [:]) })
        // The same place twice, no place, another program's places, and places of letters that are no digits.
        cases.append(
            ["V", "V", "", "a0", "Zz", "0|hzzzzz:", "z", "æ", "~", "V"].enumerated()
                .map { Row(id: "r-\(9 - $0)", order: $1, cells: [:]) })
        let sorted = cases.map { rows in
            rows.sorted(by: Row.precedes).map { Place(id: $0.id, order: $0.order) }
        }
        #expect(try SharedVectors.difference("row-order", sorted) == nil)
    }

    @Test func `names are in the same order as on the page`() throws {
        let names = [
            "Aabenraa", "Ærø", "Østerskolen", "Ålborg", "Zoo", "Aarhus", "Abel", "alfa", "Alfa", "Børnehuset", "Café",
            "Cafe Nord", "Dagplejen", "Familie og Rådgivning", "Familieafdelingen", "Lærkeskolen", "Larsen", "Müller",
            "Myre", "Skole 2", "Skole 10", "Ungdomsskolen", "Åen", "Øen", "Æblet", "Hal", "Hallen",
        ]
        #expect(try SharedVectors.difference("danish-order", DanishOrder.sorted(names)) == nil)
    }

    // MARK: Lengths

    private struct Line: Encodable {
        let text: String
        let characters, bytes, codeUnits: Int
        /// As a name: nothing, `nothingToRead` or `tooLong`.
        let fault: String?
    }

    @Test func `a text is as long, and a line is taken or not, as on the page`() throws {
        let texts = [
            "", " ", "Åse", "  Åse  ", "A\u{30A}se", "👩🏽‍🏫 Lis", "…", "👍", "\u{202E}\u{2066}", "½", "Ⅳ", "王秀英", "مريم",
            "e\u{301}e\u{301}", "🏳️‍🌈1", String(repeating: "å", count: 80), String(repeating: "å", count: 81),
            String(repeating: "😀", count: 79) + "A", String(repeating: "😀", count: 80) + "A", "\u{3164}", "7",
        ]
        let cases = texts.map { text in
            var fault: String?
            do throws(CleanLine.Fault) { _ = try CleanLine(text) } catch {
                switch error {
                case .nothingToRead: fault = "nothingToRead"
                case .tooLong: fault = "tooLong"
                // The page asks beside this how many bytes a text has.
                case .tooHeavy: break
                }
            }
            return Line(
                text: text, characters: text.count, bytes: text.utf8.count, codeUnits: text.utf16.count, fault: fault)
        }
        #expect(try SharedVectors.difference("lines", cases) == nil)
    }

    // MARK: Plans

    private struct PlanPart: Encodable {
        let profile: Profile
        let part: String
        let content: PlanProfile.Content
        let items: [String]
    }
    private struct PlanCase: Encodable {
        let plan: GoalPlan
        let sections: [PlanSection]
        let parts: [PlanPart]
        /// The lines that each profile asks for, as `SECTION.FIELD`.
        let asked: [String: [String]]
        let open: [PlanOfferStatus]
    }

    @Test func `a plan's parts show the same items in the same order as on the page`() throws {
        var plan = GoalPlan(weekId: "uge", unitId: "u")
        let leader = PlanOrigin(.leader)
        let filters = Profile.allCases.flatMap { PlanProfile.profile($0).parts.flatMap(\.sections) }.compactMap(\.only)
        for section in PlanSection.ID.allCases {
            // Two at one place, one that was refused, and one of each choice that a part may ask for.
            for (number, position) in [3, 1, 1, 2].enumerated() {
                let id = "\(section.rawValue)-\(number)"
                let head = PlanItem.Head(section: section, position: position, isRefused: number == 3)
                plan.items[id] = PlanItem(id: id, head: head)
            }
            for field in Set(filters.map(\.field)).sorted() {
                let choices = PlanSection.section(section).field(field)?.choices.map(\.id) ?? []
                for (number, choice) in (choices + ["no such choice", ""]).enumerated() where !choices.isEmpty {
                    let id = "\(section.rawValue)-\(field)-\(number)"
                    plan.items[id] = PlanItem(
                        id: id, head: .init(section: section, position: 10 - number),
                        values: [field: PlanValue(choice, origin: leader)])
                }
            }
        }
        let parts = Profile.allCases.flatMap { id in
            PlanProfile.profile(id).parts.flatMap { part in
                part.sections.map { content in
                    PlanPart(
                        profile: id, part: part.id, content: content,
                        items: PlanProfile.items(content, of: plan).map(\.id))
                }
            }
        }
        let sections = PlanSection.ID.allCases.map(PlanSection.section)
        var asked: [String: [String]] = [:]
        for profile in Profile.allCases {
            asked[profile.rawValue] = sections.flatMap { section in
                section.fields.filter { $0.isAsked(in: profile) }.map { "\(section.id.rawValue).\($0.id)" }
            }
        }
        let whole = PlanCase(
            plan: plan, sections: sections, parts: parts, asked: asked,
            open: PlanOfferStatus.allCases.filter(\.isOpen))
        #expect(!filters.isEmpty && parts.contains { $0.items.isEmpty } == false)
        #expect(try SharedVectors.difference("plan-parts", [whole]) == nil)
    }

    // MARK: Definitions

    private struct Field: Encodable {
        let id, section: String
        let requirement: [String: Requirement]
        let columns: [String]
        let hasRows, isEntity, hasAlternative: Bool
    }

    @Test func `the field definitions say the same here and on the page`() throws {
        let cases = try Fixtures.definitions().fields.map { field in
            var requirement: [String: Requirement] = [:]
            for level in Level.allCases { requirement[level.rawValue] = field.requirement(at: level) }
            return Field(
                id: field.id, section: field.section, requirement: requirement, columns: field.columns.map(\.id),
                hasRows: field.kind.hasRows, isEntity: field.kind.entityKind != nil,
                hasAlternative: field.alternative != nil)
        }
        #expect(try SharedVectors.difference("field-definitions", cases) == nil)
    }
}
