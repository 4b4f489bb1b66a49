import Export
import Foundation
import Planning
import TestSeeds
import Testing

@Suite struct PlanExportTests {
    /// The example's school, everything of its draft taken, some of it written by the leader.
    private func source(_ change: (JSONValue) -> JSONValue = { $0 }) throws -> PlanSource {
        let draft = try Example.draft("u-skole", change)
        let week = Week(stored: change(try JSONValue.parse(Example.data("Sessions/examples/example-week.json"))))
        var plan = GoalPlan(weekId: week.id, unitId: "u-skole")
        let sections = PlanSection.ID.allCases.map { PlanDecision(section: $0, .take) }
        plan = plan.applying(try plan.importing(draft, sections)).plan
        let rewrite = PlanRewrite(items: [
            .init(id: "goal:m-2", fields: ["baseline": "Elevsamtalerne er holdt i februar"]),
            .init(section: .wellbeing, fields: ["title": "Handleplan for trivsel", "link": "Intranettet"]),
        ])
        plan = plan.applying(try plan.rewriting(rewrite, seen: plan.revision) { "egen-1" }).plan
        return try #require(PlanSource(plan, in: week))
    }

    private func texts(_ plan: GoalPlan) -> [String] {
        PlanSection.all.flatMap { section in
            plan.items(in: section.id).flatMap { item in
                section.fields.filter { $0.kind == .text || $0.kind == .longText }.compactMap { item.text($0.id) }
            }
        }
    }

    @Test func `the example's plan reads as the one beside it`() throws {
        let expected = try Example.text("Sessions/examples/goal-plan-laerkeskolen.md")
        #expect(MarkdownWriter.write(PlanComposer.compose(try source())) == expected)
    }

    @Test func `everything the plan says stands in its document, in both languages, and nothing that was refused`()
        throws
    {
        var source = try source()
        for language in Language.allCases {
            let text = HTMLWriter.write(PlanComposer.compose(source, language: language))
            for line in texts(source.plan) {
                for part in line.split(whereSeparator: \.isNewline) {
                    #expect(text.localizedCaseInsensitiveContains(XMLText.escaped(String(part))), "\(line)")
                }
            }
        }
        let refused = try Example.draft()
        let empty = GoalPlan(weekId: refused.weekId, unitId: "u-skole")
        let plan = empty.applying(try empty.importing(refused, [PlanDecision(section: .signs, .keep)])).plan
        let week = Week(stored: try JSONValue.parse(Example.data("Sessions/examples/example-week.json")))
        source = try #require(PlanSource(plan, in: week))
        #expect(texts(source.plan).isEmpty)
        let sign = try #require(refused.goals.first?.signs.first)
        #expect(!MarkdownWriter.write(PlanComposer.compose(source)).contains(sign.text))
    }

    @Test
    func `what was taken home as a spreadsheet or as data can be brought into an empty plan, the same line by line`()
        throws
    {
        let source = try source()
        let export = PlanExport(source, language: .danish, revised: 1)
        for file in [try PlanFile(csv: Data(export.csv().utf8)), try PlanFile(json: try export.json())] {
            let empty = GoalPlan(weekId: "w", unitId: "u-skole")
            let plan = empty.applying(try empty.bringing(file)).plan
            func lines(_ plan: GoalPlan) -> [String: [String: String]] {
                // In a spreadsheet every cell is on one line.
                plan.items.mapValues { item in
                    item.values.compactMapValues { presentText($0.text.replacing("\n", with: " ")) }
                }
            }
            #expect(lines(plan) == lines(source.plan))
        }
    }

    @Test
    func
        `the plan's calendar has every date that stands in the plan and every follow-up, each with an identity of its own`()
        throws
    {
        let source = try source()
        let dates = PlanSection.all.flatMap { section in
            source.plan.items(in: section.id).flatMap { item in
                section.fields.filter { $0.kind == .date }.compactMap { item.text($0.id) }
            }
        }
        let events = PlanCalendar.make(source)
        let followUps = source.followUps.map(\.date.iso)
        #expect(events.map(\.date.iso) == (dates + followUps).sorted() && !dates.isEmpty && followUps.count > 2)
        #expect(events.filter { $0.reminderDays != nil }.count == followUps.count)
        #expect(Set(events.map(\.key)).count == events.count)
    }

    @Test func `hostile text in a plan makes no formula, no element and no node of its own`() throws {
        let seed: UInt64 = 61
        print("seed \(seed)")
        var hostile = HostileText(seed: seed)
        let source = try source { week in
            var count = 0
            return Example.replacingTexts(in: week) {
                count += 1
                return "ord \(count) " + hostile.next()
            }
        }
        let sheet = PlanSheet.make(source)
        #expect(sheet.rows.allSatisfy { $0.count == sheet.head.count })
        let html = HTMLWriter.write(PlanComposer.compose(source))
        #expect(!html.contains("<script") && !html.contains("<text:"))
        let tree = PandocWriter.write(PlanComposer.compose(source), version: [1, 22, 1])
        for kind in ["RawInline", "RawBlock", "\"Link\"", "\"Image\"", "\"Math\""] { #expect(!tree.contains(kind)) }
    }
}
