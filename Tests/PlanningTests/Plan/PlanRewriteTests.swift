import Planning
import Testing

@Suite struct PlanRewriteTests {
    private func faults(_ rewrite: PlanRewrite, _ bench: PlanBench, seen: Int? = nil) -> PlanRewriteError? {
        do {
            _ = try bench.plan.rewriting(rewrite, seen: seen ?? bench.plan.revision) { "x" }
            return nil
        } catch {
            return error
        }
    }

    @Test func `a leader adds an item, which stands last in its section and is the leader's`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let rewrite = PlanRewrite(items: [.init(section: .goals, fields: ["text": "Vores eget mål"])])
        bench.apply(try bench.plan.rewriting(rewrite, seen: bench.plan.revision) { "egen-1" })
        #expect(bench.plan.items(in: .goals).map(\.id) == ["goal:m-1", "goal:m-2", "egen-1"])
        #expect(bench.plan.items["egen-1"]?.values["text"]?.origin == .leader)
    }

    @Test func `each fault is told with its place, and nothing is written`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let rewrite = PlanRewrite(items: [
            .init(id: "goal:m-1", fields: ["deadline": "engang", "nej": "?"]), .init(fields: ["text": "x"]),
            .init(section: .goals, fields: ["text": "  "]),
        ])
        guard case .faults(let found)? = faults(rewrite, bench) else {
            Issue.record("no faults")
            return
        }
        #expect(
            found.faults.map(\.path) == [
                "$.items[0].fields.deadline", "$.items[0].fields.nej", "$.items[1].section", "$.items[2].fields",
            ])
    }

    @Test func `what came from a source and is removed isn't offered again`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        bench.apply(try bench.plan.rewriting(.init(removed: ["sign:t-1"]), seen: bench.plan.revision) { "x" })
        #expect(try bench.offer(draft(), "sign:t-1").status == .refused)
        #expect(!bench.plan.items(in: .signs).contains { $0.id == "sign:t-1" })
    }

    @Test func `an item that somebody changed meanwhile isn't removed`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let seen = bench.plan.revision
        try bench.write("sign:t-1", "target", "90 %")
        guard case .changedMeanwhile? = faults(.init(removed: ["sign:t-1"]), bench, seen: seen) else {
            Issue.record("it was removed")
            return
        }
    }

    @Test func `an import over a line that somebody wrote meanwhile is told`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let seen = bench.plan.revision
        try bench.write("goal:m-1", "text", "de andres")
        let later = try draft(["goals/m-1/text": "kildens"])
        let edits = try bench.plan.importing(later, [.init(sourceId: "goal:m-1", .take)])
        #expect(bench.plan.conflicts(of: edits, seen: seen).map(\.path) == ["$.items[\"goal:m-1\"].text"])
        #expect(bench.plan.conflicts(of: edits, seen: bench.plan.revision).isEmpty)
    }

    @Test func `what remains is a list: a plan of everything in the example lacks what the draft says it lacks`() throws
    {
        var bench = PlanBench()
        #expect(bench.plan.remaining(known: []).map(\.kind) == [.noGoals])
        try bench.takeAll(draft())
        let goals = Set(try Fixtures.week().goals.map { "goal:\($0.id)" })
        let rest = bench.plan.remaining(known: goals)
        #expect(Set(rest.map { "\($0.itemId ?? "") \($0.field ?? "")" }) == ["sign:t-4 baseline", "sign:t-2 baseline"])
        try bench.write("goal:m-1", "deadline", "")
        #expect(bench.plan.remaining(known: goals).contains { $0.itemId == "goal:m-1" && $0.field == "deadline" })
    }
}
