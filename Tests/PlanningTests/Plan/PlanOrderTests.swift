import Planning
import TestSeeds
import Testing

/// Where order should not matter it doesn't. A failure names its seed.
@Suite struct PlanOrderTests {
    private static let seeds: [UInt64] = Array(41...60)

    /// The example's school, with everything its draft offers in an order of the seed's.
    private func shuffled(_ seed: UInt64) throws -> (draft: GoalPlanDraft, items: [PlanDecision]) {
        var random = SeededGenerator(seed: seed)
        let draft = try draft()
        return (draft, draft.planItems.shuffled(using: &random).map { PlanDecision(sourceId: $0.id, .take) })
    }

    @Test(arguments: seeds)
    func `taking every item one at a time, in any order, gives the plan that taking all at once gives`(seed: UInt64)
        throws
    {
        let (draft, items) = try shuffled(seed)
        var all = PlanBench()
        try all.takeAll(draft)
        var single = PlanBench()
        for item in items { try single.take(draft, [item]) }
        #expect(single.plan.content == all.plan.content && !single.plan.content.isEmpty, "seed \(seed)")
        for item in items { #expect(try single.take(draft, [item]) == 0, "seed \(seed)") }
        for section in PlanSection.all {
            #expect(single.plan.items(in: section.id).map(\.id) == all.plan.items(in: section.id).map(\.id))
        }
    }

    @Test(arguments: seeds)
    func `two leaders who take different items of what both have read are neither refused, whoever is first`(
        seed: UInt64
    ) throws {
        let (draft, items) = try shuffled(seed)
        let (mine, theirs) = (Array(items.prefix(items.count / 2)), Array(items.dropFirst(items.count / 2)))
        var plans: [[String: PlanItem]] = []
        for (first, second) in [(mine, theirs), (theirs, mine)] {
            var bench = PlanBench()
            let seen = bench.plan.revision
            try bench.take(draft, first)
            let edits = try bench.plan.importing(draft, second)
            #expect(bench.plan.conflicts(of: edits, seen: seen).isEmpty, "seed \(seed)")
            bench.apply(edits)
            plans.append(bench.plan.content)
        }
        #expect(plans[0] == plans[1], "seed \(seed)")
    }

    @Test(arguments: seeds) func `imports are taken back in any order, and leave nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (draft, items) = try shuffled(seed)
        var bench = PlanBench()
        for item in items { try bench.take(draft, [item]) }
        for change in bench.changes.shuffled(using: &random) {
            let (edits, kept) = bench.plan.undoing(change)
            #expect(kept.isEmpty, "seed \(seed)")
            bench.apply(edits)
        }
        #expect(bench.plan.texts.isEmpty && PlanSection.all.allSatisfy { bench.plan.items(in: $0.id).isEmpty })
    }
}
