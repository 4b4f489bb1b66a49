import Planning
import Testing

/// A plan in a test, with what is done to it.
struct PlanBench {
    var plan = GoalPlan(weekId: "uge", unitId: "u-skole")
    var changes: [[PlanEdit]] = []

    /// - Returns: how many edits it took.
    @discardableResult
    mutating func take(_ draft: GoalPlanDraft, _ decisions: [PlanDecision]) throws -> Int {
        apply(try plan.importing(draft, decisions))
    }

    @discardableResult
    mutating func apply(_ edits: [PlanEdit]) -> Int {
        let (next, made) = plan.applying(edits)
        plan = next
        if !made.isEmpty { changes.append(made) }
        return made.count
    }

    /// A leader who has read the newest plan writes one line.
    mutating func write(_ id: String, _ field: String, _ text: String) throws {
        apply(try plan.rewriting(.init(items: [.init(id: id, fields: [field: text])]), seen: plan.revision) { "x" })
    }

    @discardableResult
    mutating func takeAll(_ draft: GoalPlanDraft) throws -> Int {
        try take(draft, draft.planItems.map { PlanDecision(sourceId: $0.id, .take) })
    }

    /// A leader adds an item.
    mutating func add(_ section: PlanSection.ID, _ fields: [String: String], id: String? = nil) throws {
        let name = id ?? "egen-\(plan.items.count)"
        apply(try plan.rewriting(.init(items: [.init(section: section, fields: fields)]), seen: plan.revision) { name })
    }

    func offer(_ draft: GoalPlanDraft, _ id: String) throws -> PlanOffer {
        try #require(PlanComparison(plan, draft).offers.first { $0.sourceId == id })
    }

    func line(_ draft: GoalPlanDraft, _ id: String, _ field: String) throws -> PlanOffer.Line {
        try #require(try offer(draft, id).lines.first { $0.field == field })
    }
}

extension GoalPlan {
    /// What it says and remembers, without when.
    var content: [String: PlanItem] {
        items.mapValues { item in
            var item = item
            for field in item.values.keys { item.values[field]?.revision = 0 }
            return item
        }
    }

    var texts: [String] {
        items.values.flatMap { $0.values.values.map(\.text) }.filter { !$0.isEmpty }
    }
}

/// The example's school with some texts of its goals, trial actions and signs changed.
func draft(_ changes: [String: String] = [:]) throws -> GoalPlanDraft {
    try Fixtures.draft { week in
        for (place, text) in changes {
            let parts = place.split(separator: "/").map(String.init)
            var list = week.elements(parts[0])
            guard let index = list.firstIndex(where: { $0["id"]?.string == parts[1] }) else { continue }
            list[index][parts[2]] = .string(text)
            week[parts[0]] = .array(list)
        }
    }
}
