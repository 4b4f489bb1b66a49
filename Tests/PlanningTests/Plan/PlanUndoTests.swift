import Planning
import Testing

@Suite struct PlanUndoTests {
    @Test func `a whole import is taken back, and leaves nothing`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let (edits, kept) = bench.plan.undoing(bench.changes[0])
        #expect(kept.isEmpty)
        bench.apply(edits)
        #expect(bench.plan.items.isEmpty)
        #expect(bench.plan.undoing(bench.changes[0]).edits.isEmpty)
    }

    @Test func `taking an undoing back brings everything in again`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        let full = bench.plan.content
        bench.apply(bench.plan.undoing(bench.changes[0]).edits)
        bench.apply(bench.plan.undoing(bench.changes[1]).edits)
        #expect(bench.plan.content == full)
    }

    @Test func `what was written on top of an import stays, and is told`() throws {
        var bench = PlanBench()
        try bench.takeAll(draft())
        try bench.write("goal:m-1", "text", "Lederens ord")
        let (edits, kept) = bench.plan.undoing(bench.changes[0])
        bench.apply(edits)
        #expect(bench.plan.items.keys.sorted() == ["goal:m-1"])
        #expect(bench.plan.items["goal:m-1"]?.values.mapValues(\.text) == ["text": "Lederens ord"])
        #expect(Set(kept.map(\.itemId)) == ["goal:m-1"])
    }

    @Test func `an earlier import is taken back without the later one`() throws {
        var bench = PlanBench()
        try bench.take(draft(), [.init(section: .goals, .take)])
        try bench.take(draft(), [.init(section: .signs, .take)])
        bench.apply(bench.plan.undoing(bench.changes[0]).edits)
        #expect(bench.plan.items(in: .goals).isEmpty && !bench.plan.items(in: .signs).isEmpty)
    }

    @Test func `a removed item comes back with everything in it`() throws {
        var bench = PlanBench()
        bench.apply(
            try bench.plan.rewriting(.init(items: [.init(section: .goals, fields: ["text": "Eget"])]), seen: 0) {
                "e-1"
            })
        let before = bench.plan.content
        bench.apply(try bench.plan.rewriting(.init(removed: ["e-1"]), seen: bench.plan.revision) { "x" })
        #expect(bench.plan.items.isEmpty)
        bench.apply(bench.plan.undoing(bench.changes[1]).edits)
        #expect(bench.plan.content == before)
    }
}
