/// A plan beside a draft. Pure; the plan's own edits and imports change the answer, time does not.
package struct PlanComparison: Sendable, Hashable, Codable {
    /// Everything the draft tells, in the plan's order, whether there is something to decide or not.
    package let offers: [PlanOffer]
    /// What isn't offered, and why.
    package let notOffered: [PlanNotOffered]

    package init(_ plan: GoalPlan, _ draft: GoalPlanDraft) {
        let items = draft.planItems
        let links = PlanLinks(plan, items)
        offers = items.map { Self.offer($0, links.item(of: $0)) }
        notOffered = Self.settled(offers) + Self.gone(plan, items, weekId: draft.weekId)
    }

    static func offer(_ source: PlanSourceItem, _ item: PlanItem?) -> PlanOffer {
        let lines = lines(source, item)
        let isRefused = item?.head.isRefused ?? false
        let heaviest = lines.map(\.status).max { $0.weight < $1.weight } ?? .same
        let hasChanged = lines.contains { $0.status.isOpen }
        let status: PlanOfferStatus =
            if item == nil { .new } else if isRefused { hasChanged ? .new : .refused } else { heaviest }
        return PlanOffer(
            sourceId: source.id, section: source.section, itemId: item?.id, title: source.title, status: status,
            wasRefused: isRefused && hasChanged, origin: source.origin, lines: lines)
    }

    /// The lines the source has, and those it had when a leader last decided.
    private static func lines(_ source: PlanSourceItem, _ item: PlanItem?) -> [PlanOffer.Line] {
        PlanSection.section(source.section).fields.compactMap { field in
            let value = item?.values[field.id]
            guard let theirs = source.text(field.id) ?? value?.source.map({ _ in "" }) else { return nil }
            return .init(
                field: field.id, status: status(theirs, value), mine: presentText(value?.text),
                before: value?.source, theirs: theirs)
        }
    }

    private static func status(_ theirs: String, _ value: PlanValue?) -> PlanOfferStatus {
        guard let value else { return .new }
        if value.text == theirs { return .same }
        guard let before = value.source else { return value.text.isBlank ? .new : .conflicting }
        if before == theirs { return .kept }
        return value.text == before ? .changed : .conflicting
    }

    private static func settled(_ offers: [PlanOffer]) -> [PlanNotOffered] {
        offers.compactMap { offer in
            let reason: PlanNotOffered.Reason? =
                switch offer.status {
                case .same: .same
                case .kept: .kept
                case .refused: .refused
                default: nil
                }
            return reason.map {
                .init(sourceId: offer.sourceId, section: offer.section, title: offer.title, reason: $0)
            }
        }
    }

    /// What was taken from this week and isn't in its draft any more.
    private static func gone(_ plan: GoalPlan, _ items: [PlanSourceItem], weekId: String) -> [PlanNotOffered] {
        let offered = Set(items.map(\.id))
        return PlanSection.ID.allCases.flatMap { plan.items(in: $0) }.compactMap { item in
            guard let id = item.head.sourceId, !offered.contains(id), !id.hasPrefix("common:") else { return nil }
            return .init(sourceId: id, section: item.head.section, title: item.title, reason: .gone)
        }
    }
}
