import Planning

extension PlanComposer {
    @BlockBuilder var basis: [Block] {
        let basis = plan.items(in: .basis)
        let objectives = plan.items(in: .objectives)
        if !basis.isEmpty || !objectives.isEmpty { Block.heading(2, Line(words("Afsæt", "Starting point"))) }
        for item in basis {
            Block.paragraph(Line.strong(title(of: item) + ":") + " " + PlainText.line(item.text("text") ?? ""))
        }
        if !objectives.isEmpty {
            Block.lead(Line.strong(words("Målsætninger, vi arbejder med", "Objectives we work on")))
            Block.bullets(objectives.map(objective))
        }
    }

    private func objective(_ item: PlanItem) -> Block.Item {
        let reasons = ["source", "status"].compactMap { item.text($0).map(PlainText.line) }.joined(separator: "; ")
        let text = Line(title(of: item))
        return .init(reasons.isEmpty ? text : text + " " + Line.emphasis("(\(reasons))"))
    }

    /// Each goal with what belongs to it; then what belongs to no goal of the plan.
    @BlockBuilder var goals: [Block] {
        let goals = plan.items(in: .goals)
        Block.heading(2, Line(words("Mål", "Goals")))
        if goals.isEmpty { Block.paragraph(Line.emphasis(words("Planen har ingen mål.", "The plan has no goals."))) }
        for (number, goal) in goals.enumerated() {
            Block.heading(3, Line("\(number + 1). \(title(of: goal))"))
            bullets(facts(goal))
            work(for: goal.id, isRest: false)
        }
        rest
    }

    @BlockBuilder private var rest: [Block] {
        let work = self.work(for: nil, isRest: true)
        if !work.isEmpty {
            Block.heading(3, Line(words("Det gør vi for andre mål", "What we do for other goals")))
            work
        }
    }

    /// - Parameters:
    ///   - goal: an item's id; nil for what belongs to no goal of the plan.
    ///   - isRest: whether the goals meant are told with each thing.
    @BlockBuilder private func work(for goal: String?, isRest: Bool) -> [Block] {
        let actions = items(.trialActions, for: goal)
        let told: Set<String> = isRest ? [] : ["goals"]
        if !actions.isEmpty { Block.lead(Line.strong(words("Prøvehandlinger", "Trial actions"))) }
        bullets(actions.map { action($0, told, mentioned: goal != nil && goal != owner(of: $0)) })
        titledTable(.signs, items(.signs, for: goal), without: told)
        titledTable(.milestones, items(.milestones, for: goal), without: told)
    }

    @BlockBuilder private func titledTable(
        _ section: PlanSection.ID, _ items: [PlanItem], without told: Set<String>
    ) -> [Block] {
        if !items.isEmpty { Block.lead(Line.strong(PlanSection.section(section).title.in(language))) }
        table(items, without: told)
    }

    /// A trial action for several goals is told in full under the first of them.
    private func action(_ item: PlanItem, _ told: Set<String>, mentioned: Bool) -> Block.Item {
        let title = Line.strong(title(of: item))
        guard mentioned else { return .init(title, details: lines(item, without: told)) }
        let goals = plan.items(in: .goals)
        let number = goals.firstIndex { $0.id == owner(of: item) }.map { $0 + 1 } ?? 0
        return .init(title + " (\(words("se mål \(number)", "see goal \(number)")))")
    }

    private func items(_ section: PlanSection.ID, for goal: String?) -> [PlanItem] {
        plan.items(in: section).filter { item in
            guard let goal else { return owner(of: item) == nil }
            return goals(of: item).contains(goal)
        }
    }

    /// Ids of the plan's goals that an item belongs to.
    private func goals(of item: PlanItem) -> [String] {
        item.references("goals").compactMap { plan.item(reference: $0) }
            .filter { $0.head.section == .goals && !$0.head.isRefused }.map(\.id)
    }

    /// The goal under which an item is told in full: the first in the plan's order.
    private func owner(of item: PlanItem) -> String? {
        let own = goals(of: item)
        return plan.items(in: .goals).first { own.contains($0.id) }?.id
    }
}
