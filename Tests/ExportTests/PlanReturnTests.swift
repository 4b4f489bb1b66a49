import Export
import Foundation
import Planning
import TestSeeds
import Testing

/// A plan that is taken home as a file and brought back.
@Suite struct PlanReturnTests {
    private static let seeds: ClosedRange<UInt64> = 1...6

    /// The example's school with hostile texts in everything that was written.
    private func source(_ seed: UInt64) throws -> PlanSource {
        var hostile = HostileText(seed: seed)
        let draft = try Example.draft()
        let week = Week(stored: try JSONValue.parse(Example.data("Sessions/examples/example-week.json")))
        var plan = GoalPlan(weekId: week.id, unitId: "u-skole")
        let sections = PlanSection.ID.allCases.map { PlanDecision(section: $0, .take) }
        plan = plan.applying(try plan.importing(draft, sections)).plan
        let rewrites = plan.items.keys.sorted().map { id in
            let fields = plan.items[id].map { PlanSection.section($0.head.section).fields } ?? []
            let texts = fields.filter { $0.kind == .text || $0.kind == .longText }.map { field in
                (field.id, CleanText.clean(hostile.cell()))
            }
            return PlanRewrite.Item(id: id, fields: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
        }
        plan = plan.applying(try plan.rewriting(PlanRewrite(items: rewrites), seen: plan.revision) { "x" }).plan
        return try #require(PlanSource(plan, in: week))
    }

    private func lines(_ plan: GoalPlan) -> [[String]] {
        PlanSection.all.flatMap { section in
            plan.items(in: section.id).flatMap { item in
                section.fields.compactMap { field in
                    item.text(field.id).map { [section.id.rawValue, item.id, field.id, $0] }
                }
            }
        }
    }

    private func files(_ source: PlanSource) throws -> [PlanFile] {
        let export = PlanExport(source, language: .danish, revised: 1)
        return [try PlanFile(csv: Data(export.csv().utf8)), try PlanFile(json: try export.json())]
    }

    @Test(arguments: seeds)
    func `what nobody touched changes nothing when it comes back, three times in a row`(seed: UInt64) throws {
        print("seed \(seed)")
        var source = try source(seed)
        let export = PlanExport(source, language: .danish, revised: 1)
        let (csv, json) = (export.csv(), try export.json())
        let week = Week(stored: try JSONValue.parse(Example.data("Sessions/examples/example-week.json")))
        for _ in 0..<3 {
            for file in try files(source) { #expect(try source.plan.bringing(file).isEmpty) }
            source = try #require(PlanSource(source.plan, in: week))
            let again = PlanExport(source, language: .danish, revised: 1)
            #expect(Array(again.csv().utf8) == Array(csv.utf8))
            #expect(try again.json() == json)
        }
    }

    @Test(arguments: seeds)
    func `brought into an empty plan it says the same, line by line and in the same order, three plans on`(seed: UInt64)
        throws
    {
        print("seed \(seed)")
        let first = try source(seed)
        let week = Week(stored: try JSONValue.parse(Example.data("Sessions/examples/example-week.json")))
        for kind in 0..<2 {
            var source = first
            var texts: [String] = []
            for _ in 0..<3 {
                let empty = GoalPlan(weekId: source.plan.weekId, unitId: "u-skole")
                let plan = empty.applying(try empty.bringing(try files(source)[kind])).plan
                #expect(lines(plan) == lines(first.plan))
                source = try #require(PlanSource(plan, in: week))
                texts.append(PlanExport(source, language: .danish, revised: 1).csv())
            }
            #expect(Set(texts.map { Array($0.utf8) }).count == 1)
        }
    }

    @Test(arguments: seeds)
    func `where one line is another, it alone is named`(seed: UInt64) throws {
        print("seed \(seed)")
        let source = try source(seed)
        let sheet = PlanSheet.make(source)
        let place = Int(seed) % sheet.rows.count
        var rows = sheet.rows
        let isText = PlanSection.all.first { $0.id.rawValue == rows[place][9] }?.field(rows[place][11])?.kind
        guard isText == .text || isText == .longText else { return }
        rows[place][5] += " og lidt til"
        let file = try PlanFile(csv: Data(TableText.write([sheet.head] + rows).utf8))
        do {
            _ = try source.plan.bringing(file)
            Issue.record("a file wrote over a line")
        } catch {
            #expect(error.faults.count == 1)
        }
    }
}
