import TestSeeds
import Planning
import Testing

/// Each names the random plan, draft and decisions of one case.
private let seeds: [UInt64] = Array(1...40)

/// Properties of the merge, over random plans, drafts and decisions. A failure names its seed.
@Suite struct PlanMergeTests {
    private static let places = [
        "goals/m-1/text", "goals/m-1/desiredSituation", "goals/m-2/text", "goals/m-2/currentSituation",
        "signs/t-1/target", "signs/t-2/text", "signs/t-4/baseline", "trialActions/p-1/hypothesis",
        "milestones/mp-1/text", "trialActions/p-1/scale",
    ]
    private static let words = ["ét", "to", "tre", "fire", "fem"]

    private static func randomDraft(_ random: inout SeededGenerator) throws -> GoalPlanDraft {
        var changes: [String: String] = [:]
        for place in places where Bool.random(using: &random) {
            changes[place] = words.randomElement(using: &random) ?? ""
        }
        return try draft(changes)
    }

    /// A plan with a past: something imported, something written, something refused.
    private static func randomBench(_ random: inout SeededGenerator) throws -> PlanBench {
        var bench = PlanBench()
        let draft = try randomDraft(&random)
        try bench.take(draft, decisions(bench, draft, &random))
        for item in bench.plan.items.values.sorted(by: { $0.id < $1.id }) where !item.head.isRefused {
            for field in PlanSection.section(item.head.section).fields where field.kind == .longText {
                guard Int.random(in: 0..<4, using: &random) == 0 else { continue }
                try bench.write(item.id, field.id, "egen " + (words.randomElement(using: &random) ?? ""))
            }
        }
        return bench
    }

    /// One for each line or item, about half of them.
    private static func decisions(
        _ bench: PlanBench, _ draft: GoalPlanDraft, _ random: inout SeededGenerator,
        of choices: [PlanDecision.Choice] = PlanDecision.Choice.allCases
    ) -> [PlanDecision] {
        var decisions: [PlanDecision] = []
        for offer in PlanComparison(bench.plan, draft).offers where Bool.random(using: &random) {
            let choice = choices.randomElement(using: &random) ?? .take
            if offer.itemId == nil || Bool.random(using: &random) {
                if choice == .both && offer.lines.contains(where: { isUnjoinable($0, offer.section) }) { continue }
                decisions.append(.init(sourceId: offer.sourceId, choice))
            } else {
                for line in offer.lines where Bool.random(using: &random) {
                    if choice == .both && isUnjoinable(line, offer.section) { continue }
                    decisions.append(.init(sourceId: offer.sourceId, field: line.field, choice))
                }
            }
        }
        return decisions
    }

    private static func isUnjoinable(_ line: PlanOffer.Line, _ section: PlanSection.ID) -> Bool {
        let kind = PlanSection.section(section).field(line.field)?.kind
        return kind != .text && kind != .longText
    }

    @Test(arguments: seeds) func `deciding the same twice changes nothing`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bench = try Self.randomBench(&random)
        let draft = try Self.randomDraft(&random)
        let decisions = Self.decisions(bench, draft, &random)
        try bench.take(draft, decisions)
        let once = bench.plan
        let again = try bench.take(draft, decisions)
        #expect(again == 0, "seed \(seed)")
        #expect(bench.plan == once, "seed \(seed)")
    }

    @Test(arguments: seeds) func `the order of decisions about different lines doesn't matter`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let bench = try Self.randomBench(&random)
        let draft = try Self.randomDraft(&random)
        let decisions = Self.decisions(bench, draft, &random)
        var one = bench
        try one.take(draft, decisions)
        var other = bench
        for decision in decisions.shuffled(using: &random) { try other.take(draft, [decision]) }
        #expect(one.plan.content == other.plan.content, "seed \(seed)")
    }

    @Test(arguments: seeds) func `keeping, or keeping both, loses no text of the plan`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var bench = try Self.randomBench(&random)
        let before = bench.plan
        let draft = try Self.randomDraft(&random)
        try bench.take(draft, Self.decisions(bench, draft, &random, of: [.keep, .both]))
        for (id, item) in before.items {
            for (field, value) in item.values where !value.text.isEmpty {
                let now = bench.plan.items[id]?.values[field]?.text ?? ""
                #expect(now.contains(value.text), "seed \(seed): \(id) \(field)")
            }
        }
    }

    @Test(arguments: seeds) func `every text is in the plan or in its history, and undoing an import gives it back`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        var bench = try Self.randomBench(&random)
        let before = bench.plan
        let draft = try Self.randomDraft(&random)
        guard try bench.take(draft, Self.decisions(bench, draft, &random)) > 0 else { return }
        let change = try #require(bench.changes.last)
        let known = Set(bench.plan.texts + change.compactMap { $0.before?.value?.text })
        #expect(before.texts.allSatisfy(known.contains), "seed \(seed)")
        let (edits, kept) = bench.plan.undoing(change)
        #expect(kept.isEmpty, "seed \(seed)")
        bench.apply(edits)
        #expect(bench.plan.content == before.content, "seed \(seed)")
    }

    @Test(arguments: seeds) func `every item of the draft is offered, or there is a reason why not`(seed: UInt64) throws
    {
        var random = SeededGenerator(seed: seed)
        let bench = try Self.randomBench(&random)
        let draft = try Self.randomDraft(&random)
        let comparison = PlanComparison(bench.plan, draft)
        let told = Set(comparison.offers.filter(\.isOpen).map(\.sourceId)).union(comparison.notOffered.map(\.sourceId))
        #expect(told.isSuperset(of: draft.planItems.map(\.id)), "seed \(seed)")
    }

    @Test(arguments: seeds) func `leaders who write at once lose nothing: other lines merge, the same line is told`(
        seed: UInt64
    ) throws {
        var random = SeededGenerator(seed: seed)
        var bench = PlanBench()
        try bench.takeAll(Self.randomDraft(&random))
        let seen = bench.plan.revision
        let fields = ["text", "current", "desired"]
        let mine = fields.randomElement(using: &random) ?? "text"
        let theirs = fields.randomElement(using: &random) ?? "text"
        try bench.write("goal:m-1", theirs, "de andres")
        let rewrite = PlanRewrite(items: [.init(id: "goal:m-1", fields: [mine: "mit"])])
        if mine == theirs {
            #expect(throws: PlanRewriteError.self, "seed \(seed)") {
                try bench.plan.rewriting(rewrite, seen: seen) { "x" }
            }
        } else {
            bench.apply(try bench.plan.rewriting(rewrite, seen: seen) { "x" })
            #expect(bench.plan.items["goal:m-1"]?.text(mine) == "mit", "seed \(seed)")
        }
        #expect(bench.plan.items["goal:m-1"]?.text(theirs) == "de andres", "seed \(seed)")
    }
}
