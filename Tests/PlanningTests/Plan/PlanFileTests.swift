import Foundation
import Planning
import Testing

@Suite struct PlanFileTests {
    private func faults(_ body: () throws -> PlanFile) -> [String] {
        do {
            _ = try body()
            return []
        } catch let error as ImportFaults {
            return error.faults.map(\.path)
        } catch {
            return ["\(error)"]
        }
    }

    private func csv(_ text: String) throws -> PlanFile { try PlanFile(csv: Data(text.utf8)) }

    @Test func `a file from Danish Excel is read: byte order mark, semicolons, quotes and line breaks in a cell`()
        throws
    {
        let file = try csv(
            "\u{FEFF}Afsnit;Punkt;Felt;Tekst\r\ngoals;m1;text;\"Flere kommer; hver dag.\r\nOgså \"\"fredag\"\".\"\r\n\r\n"
                + "goals;m1;deadline;2028-06-30\r\nsigns;t1;text;Tegn\r\nsigns;t1;goals;m1\r\n")
        #expect(file.items.map(\.id) == ["m1", "t1"])
        #expect(file.items[0].lines.map(\.text) == ["Flere kommer; hver dag.\nOgså \"fredag\".", "2028-06-30"])
    }

    @Test func `columns stand in any order, with commas and in English`() throws {
        let file = try csv("text,field,item,section\nx,text,m1,goals\n")
        #expect(file.items.first?.lines.first?.text == "x")
    }

    @Test func `every fault of a file is told with its row`() {
        let paths = faults {
            try csv(
                "afsnit;punkt;felt;tekst\nnej;m1;text;x\ngoals;m 1;text;x\ngoals;m1;nej;x\ngoals;m1;deadline;i morgen\n"
                    + "goals;m1;text\ngoals;m1;text;x\ngoals;m1;text;y\nsigns;m1;text;z\n")
        }
        #expect(paths == ["row 2", "row 3", "row 4", "row 5", "row 6", "row 8", "row 9"])
        #expect(faults { try csv("a;b\n") } == ["row 1"])
        #expect(faults { try csv("afsnit;punkt;felt;tekst\ngoals;m1;text;\"åben") } == ["row 2"])
        #expect(faults { try PlanFile(csv: Data([0xFF, 0xFE, 0x41])) } == ["row 1"])
        #expect(faults { try PlanFile(csv: Data([0x50, 0x4B, 3, 4])) } == ["row 1"])
    }

    @Test func `every fault of a JSON file is told with its path`() {
        let file = #"{"items": [{"id": "a", "section": "goals", "fields": {"text": 7, "deadline": "x"}}, {"id": "b"}]}"#
        #expect(
            faults { try PlanFile(json: Data(file.utf8)) } == [
                "$.items[0].fields.deadline", "$.items[0].fields.text", "$.items[1].fields",
            ])
        #expect(faults { try PlanFile(json: Data("{}".utf8)) } == ["$.items"])
        #expect(faults { try PlanFile(json: Data("{".utf8)) } == ["$"])
    }

    @Test func `a spreadsheet's own way to write days, numbers and line ends is no change`() throws {
        var bench = PlanBench()
        bench.apply(
            try bench.plan.bringing(
                csv(
                    "afsnit;punkt;felt;tekst\ngoals;m1;text;\"To\nlinjer\"\ngoals;m1;deadline;2028-06-30\n"
                        + "frames;f;amount;120.000\n")))
        let saved =
            "afsnit;punkt;felt;tekst\r\ngoals;m1;text;\"To\r\nlinjer\"\r\ngoals;m1;deadline;30-06-2028\r\n"
            + "frames;f;amount;120000\r\n"
        #expect(try bench.plan.bringing(csv(saved)).isEmpty)
        // What is another number is told, and it alone.
        #expect(throws: ImportFaults.self) { try bench.plan.bringing(csv(saved.replacing("120000", with: "120001"))) }
    }

    @Test func `bringing the same file twice changes nothing, and a file writes over nothing`() throws {
        var bench = PlanBench()
        let file = try csv("afsnit;punkt;felt;tekst\ngoals;m1;text;Fra filen\n")
        bench.apply(try bench.plan.bringing(file))
        #expect(try bench.plan.bringing(file).isEmpty)
        try bench.write("m1", "text", "Rettet")
        #expect(throws: ImportFaults.self) { try bench.plan.bringing(file) }
        #expect(bench.plan.items["m1"]?.values["text"]?.text == "Rettet")
    }

    @Test func `a plan that is written as JSON comes in as the same texts`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        var other = PlanBench()
        other.apply(try other.plan.bringing(PlanFile(json: try JSONEncoder().encode(bench.plan))))
        let texts = { (plan: GoalPlan) in plan.items.mapValues { $0.values.mapValues(\.text) } }
        #expect(texts(other.plan) == texts(bench.plan))
        #expect(try PlanComparison(other.plan, draft()).offers.allSatisfy { $0.status == .same })
    }

    @Test func `goals that span into the next year are carried over with what belongs to them, once`() throws {
        var last = PlanBench()
        try last.takeAll(draft())
        try last.write("goal:m-2", "deadline", "2027-06-30")
        var next = PlanBench(plan: GoalPlan(weekId: "uge-2028", unitId: "u-skole"))
        let start = try #require(CalendarDate("2028-01-01"))
        next.apply(next.plan.carryingOver(last.plan, from: start))
        let goals = next.plan.items(in: .goals)
        #expect(goals.map(\.title) == [last.plan.items["goal:m-1"]?.title])
        let goal = try #require(goals.first)
        #expect(goal.values["text"]?.origin.kind == .carriedOver && goal.head.sourceId == nil)
        #expect(
            next.plan.items(in: .signs).allSatisfy {
                next.plan.item(reference: $0.references("goals")[0])?.id == goal.id
            })
        #expect(!next.plan.items(in: .signs).isEmpty)
        #expect(next.plan.carryingOver(last.plan, from: start).isEmpty)
    }
}
