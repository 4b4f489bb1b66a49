/// What a leader decides about what is offered.
package struct PlanDecision: Sendable, Hashable, Codable {
    /// What becomes of the plan's own text.
    package enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
        /// The plan says what the source says.
        case take
        /// The plan stays as it is, and isn't asked again before the source changes.
        case keep
        /// The plan says both, its own first.
        case both
    }

    /// An item of the draft, or else a whole section's open items.
    package let sourceId: String?
    package let section: PlanSection.ID?
    /// One line of the item; all open ones when absent.
    package let field: String?
    package let choice: Choice

    /// About one item, or one line of it.
    package init(sourceId: String, field: String? = nil, _ choice: Choice) {
        self.sourceId = sourceId
        section = nil
        self.field = field
        self.choice = choice
    }

    /// About everything in a section that is still open.
    package init(section: PlanSection.ID, _ choice: Choice) {
        sourceId = nil
        self.section = section
        field = nil
        self.choice = choice
    }
}

/// Carries a leader's decisions out on a plan: pure, all or nothing. Deciding the same again changes nothing, and
/// decisions about different lines give the same plan in any order.
private struct PlanImport {
    private var plan: GoalPlan
    private let sources: [PlanSourceItem]
    private(set) var edits: [PlanEdit] = []
    private(set) var faults: [ImportFault] = []

    init(_ plan: GoalPlan, _ draft: GoalPlanDraft) {
        self.plan = plan
        sources = draft.planItems
    }

    /// - Parameter path: of the decision in the request, for a fault.
    mutating func decide(_ decision: PlanDecision, at path: JSONPath) {
        if let id = decision.sourceId {
            guard let source = sources.first(where: { $0.id == id }) else {
                return report(path["sourceId"], "Udkastet har ikke »\(id)«.", "The draft has no “\(id)”.")
            }
            decide(source, decision.field, decision.choice, path)
        } else if let section = decision.section {
            let links = PlanLinks(plan, sources)
            for source in sources where source.section == section {
                guard PlanComparison.offer(source, links.item(of: source)).isOpen else { continue }
                decide(source, nil, decision.choice, path)
            }
        } else {
            report(path, "Vælg et punkt eller et afsnit.", "Choose an item or a section.")
        }
    }

    private mutating func decide(
        _ source: PlanSourceItem, _ field: String?, _ choice: PlanDecision.Choice, _ path: JSONPath
    ) {
        let item = PlanLinks(plan, sources).item(of: source)
        let offer = PlanComparison.offer(source, item)
        let isRefused = item?.head.isRefused ?? false
        let lines = offer.lines.filter { field == nil ? $0.status.isOpen || isRefused : $0.field == field }
        if let field, lines.isEmpty {
            return report(path["field"], "Punktet har ikke »\(field)«.", "The item has no “\(field)”.")
        }
        guard !lines.isEmpty else { return }
        if choice == .keep, item == nil, field == nil { return refuse(source) }
        let target = prepare(source, item, takes: choice != .keep)
        for line in lines { decide(line, source, target, choice, path) }
    }

    /// The item is noted with what was refused, and says nothing itself.
    private mutating func refuse(_ source: PlanSourceItem) {
        make(.head(source.id, from: nil, to: head(of: source, isRefused: true)))
        for line in source.lines {
            make(.value(source.id, line.field, from: nil, to: PlanValue("", origin: source.origin, source: line.text)))
        }
    }

    /// The item that the lines go into: made, linked to its source, or taken in again after it was refused.
    private mutating func prepare(_ source: PlanSourceItem, _ item: PlanItem?, takes: Bool) -> String {
        guard let item else {
            make(.head(source.id, from: nil, to: head(of: source, isRefused: !takes)))
            return source.id
        }
        var head = item.head
        head.sourceId = source.id
        if takes { head.isRefused = false }
        if head != item.head { make(.head(item.id, from: item.head, to: head)) }
        return item.id
    }

    /// One line. A choice that the plan already expresses makes no edit, so that a repeated import is no change.
    private mutating func decide(
        _ line: PlanOffer.Line, _ source: PlanSourceItem, _ itemId: String, _ choice: PlanDecision.Choice,
        _ path: JSONPath
    ) {
        let old = plan.items[itemId]?.values[line.field]
        var new: PlanValue
        switch choice {
        case .take: new = PlanValue(line.theirs, origin: source.origin, source: line.theirs)
        case .keep:
            new = old ?? PlanValue("", origin: .leader)
            new.source = line.theirs
        case .both:
            guard let old, !old.text.isBlank, !line.theirs.isBlank else {
                new = PlanValue(line.theirs.isBlank ? old?.text ?? "" : line.theirs, origin: source.origin)
                new.source = line.theirs
                break
            }
            guard let text = joined(old.text, line, source.section) else {
                return report(
                    path, "En dato, en henvisning eller et valg kan ikke være begge dele.",
                    "A date, a reference or a choice cannot be both.")
            }
            new = PlanValue(text, origin: source.origin, source: line.theirs)
        }
        let isSame = old.map { $0.text == new.text && $0.source == new.source } ?? false
        // Deciding once more what was decided so is no change.
        if isSame || (choice == .both && line.status == .kept) || (choice == .keep && line.status == .same) { return }
        make(.value(itemId, line.field, from: old, to: new))
    }

    /// Both texts in one line; nil for kinds of lines that hold one value. What is contained already is not said twice.
    private func joined(_ mine: String, _ line: PlanOffer.Line, _ section: PlanSection.ID) -> String? {
        switch PlanSection.section(section).field(line.field)?.kind {
        case .longText: mine.contains(line.theirs) ? mine : mine + "\n\n" + line.theirs
        case .text: mine.contains(line.theirs) ? mine : mine + " / " + line.theirs
        case .date, .references, .choice, .amount, nil: nil
        }
    }

    /// Where the item stands in its section comes from the draft, so that imported items keep the draft's order.
    private func head(of source: PlanSourceItem, isRefused: Bool) -> PlanItem.Head {
        .init(section: source.section, position: source.position, sourceId: source.id, isRefused: isRefused)
    }

    /// Later decisions of the same import see what earlier ones did.
    private mutating func make(_ edit: PlanEdit) {
        edits.append(edit)
        plan.apply(edit)
    }

    /// Adds a fault; no edit of an import with faults is used.
    private mutating func report(_ path: JSONPath, _ da: String, _ en: String) {
        faults.append(ImportFault(path: path.description, message: LocalizedText(da: da, en: en)))
    }
}

extension GoalPlan {
    /// The edits that carry decisions about a draft out.
    /// - Throws: every decision that cannot be carried out; then none is.
    package func importing(
        _ draft: GoalPlanDraft, _ decisions: [PlanDecision]
    ) throws(ImportFaults) -> [PlanEdit] {
        var run = PlanImport(self, draft)
        for (index, decision) in decisions.enumerated() {
            run.decide(decision, at: JSONPath.root["decisions"][index])
        }
        guard run.faults.isEmpty else { throw ImportFaults(faults: run.faults) }
        return run.edits
    }
}
