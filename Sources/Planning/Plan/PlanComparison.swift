/// A plan compared with a draft, line by line, three ways: what the plan says, what the source says, and what the
/// source said when a leader last decided. Pure; edits and imports change the answer, time does not.
package struct PlanComparison: Sendable, Hashable, Codable {
    /// Every item of the draft, in the plan's order, whether there is something to decide or not.
    package let offers: [PlanOffer]
    /// What isn't offered, and why.
    package let notOffered: [PlanNotOffered]

    /// - Parameter draft: of the same unit and week.
    package init(_ plan: GoalPlan, _ draft: GoalPlanDraft) {
        let items = draft.planItems
        let links = PlanLinks(plan, items)
        offers = items.map { Self.offer($0, links.item(of: $0)) }
        notOffered = Self.settled(offers) + Self.gone(plan, items, weekId: draft.weekId)
    }

    /// - Parameter item: the plan's item that came from the source; nil where there is none yet.
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

    /// One line: `theirs` against the plan's text and against what it was taken from.
    private static func status(_ theirs: String, _ value: PlanValue?) -> PlanOfferStatus {
        guard let value else { return .new }
        if value.text == theirs { return .same }
        guard let before = value.source else { return value.text.isBlank ? .new : .conflicting }
        if before == theirs { return .kept }
        return value.text == before ? .changed : .conflicting
    }

    /// Items without anything to decide, with the reason why.
    private static func settled(_ offers: [PlanOffer]) -> [PlanNotOffered] {
        offers.compactMap { offer in
            let reason: PlanNotOffered.Reason? =
                switch offer.status {
                case .same: .same
                case .kept: .kept
                case .refused: .refused
                case .new, .changed, .conflicting: nil
                }
            return reason.map {
                .init(sourceId: offer.sourceId, section: offer.section, title: offer.title, reason: $0)
            }
        }
    }

    /// Items that were imported from this week and aren't in its draft any more.
    private static func gone(_ plan: GoalPlan, _ items: [PlanSourceItem], weekId: String) -> [PlanNotOffered] {
        let offered = Set(items.map(\.id))
        return PlanSection.ID.allCases.flatMap { plan.items(in: $0) }.compactMap { item in
            guard let id = item.head.sourceId, !offered.contains(id), !id.hasPrefix("common:") else { return nil }
            return .init(sourceId: id, section: item.head.section, title: item.title, reason: .gone)
        }
    }
}

/// What a draft offers a plan for one item, line by line.
package struct PlanOffer: Sendable, Hashable, Codable {
    package let sourceId: String
    package let section: PlanSection.ID
    /// The plan's item that it is about, whether taken or refused.
    package let itemId: String?
    package let title: String
    package let status: PlanOfferStatus
    /// It was refused before, and the source has changed since, so that it is offered again.
    package let wasRefused: Bool
    package let origin: PlanOrigin
    package let lines: [Line]

    /// One line, three ways.
    package struct Line: Sendable, Hashable, Codable {
        package let field: String
        package let status: PlanOfferStatus
        /// What the plan says.
        package let mine: String?
        /// The source's text when a leader last decided.
        package let before: String?
        /// What the source says; empty when it says nothing any more.
        package let theirs: String
    }

    /// Whether a leader has something to decide.
    package var isOpen: Bool { status.isOpen }
}

/// How a line of a draft stands to the plan. A whole item has the status of the line that needs a leader most.
package enum PlanOfferStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The plan says the same.
    case same
    /// The plan says something else, the leader wanted it so, and the source hasn't changed since.
    case kept
    /// The whole item was refused, and the source hasn't changed since.
    case refused
    /// The plan says nothing here.
    case new
    /// The source has changed since it was taken; the plan has not.
    case changed
    /// Both have changed, or each was written by itself.
    case conflicting

    package var isOpen: Bool {
        switch self {
        case .new, .changed, .conflicting: true
        case .same, .kept, .refused: false
        }
    }

    /// Which of an item's lines gives the item its status: the largest.
    var weight: Int {
        switch self {
        case .same: 0
        case .kept: 1
        case .refused: 2
        case .new: 3
        case .changed: 4
        case .conflicting: 5
        }
    }
}

/// An item that a draft doesn't offer a plan, and why.
package struct PlanNotOffered: Sendable, Hashable, Codable {
    package let sourceId: String
    package let section: PlanSection.ID
    package let title: String
    package let reason: Reason
    package let sentence: LocalizedText

    /// Why there is nothing to decide. The raw value is what clients know it by.
    package enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
        case same, kept, refused
        /// In the plan, and no longer in the source.
        case gone
        /// An agreement of the week that the unit is no party to.
        case otherUnits

        /// To the leader: it says what stays as it is.
        var sentence: LocalizedText {
            switch self {
            case .same: .init(da: "Står allerede sådan i planen.", en: "The plan already says so.")
            case .kept:
                .init(
                    da: "I har beholdt jeres egen tekst, og kilden er ikke ændret siden.",
                    en: "You kept your own text, and the source has not changed since.")
            case .refused:
                .init(
                    da: "I har sagt nej til det, og kilden er ikke ændret siden.",
                    en: "You said no to it, and the source has not changed since.")
            case .gone:
                .init(
                    da: "Findes ikke længere i kilden. Det, der står i planen, er jeres.",
                    en: "It is no longer in the source. What the plan says is yours.")
            case .otherUnits:
                .init(da: "Jeres enhed er ikke part i aftalen.", en: "Your unit is not a party to the agreement.")
            }
        }
    }

    /// The sentence follows from the reason, and is stored with it: the page shows it as it is.
    package init(sourceId: String, section: PlanSection.ID, title: String, reason: Reason) {
        self.sourceId = sourceId
        self.section = section
        self.title = title
        self.reason = reason
        sentence = reason.sentence
    }
}

extension PlanNotOffered {
    /// The week's agreements that the draft leaves out, because the unit is no party.
    package static func agreements(of states: [ModelState], besides draft: GoalPlanDraft) -> [PlanNotOffered] {
        let told = Set(draft.collaborations.map(\.modelId))
        return states.filter { !told.contains($0.model.id) }.map {
            PlanNotOffered(
                sourceId: "collaboration:\($0.model.id)", section: .collaborations, title: $0.model.title,
                reason: .otherUnits)
        }
    }
}

/// Which item of a plan each item of a draft is about: the one that came from it or has its id, or else the only one
/// of the section that says the same and comes from nowhere, so that a plan brought as a file isn't filled with
/// everything twice.
struct PlanLinks {
    private var bySource: [String: PlanItem] = [:]
    private var byTitle: [String: PlanItem] = [:]

    /// Titles count only where they are unique on both sides: a wrong link would overwrite somebody's line.
    init(_ plan: GoalPlan, _ sources: [PlanSourceItem]) {
        let ids = Set(sources.map(\.id))
        let byKey = Dictionary(grouping: sources, by: Self.key).filter { $0.value.count == 1 }
        var unlinked: [String: [PlanItem]] = [:]
        for item in plan.items.values {
            if let id = item.head.sourceId {
                bySource[id] = item
            } else if ids.contains(item.id) {
                bySource[item.id] = item
            } else if !item.title.isBlank {
                unlinked[Self.key(item.head.section, item.title), default: []].append(item)
            }
        }
        for (key, items) in unlinked where items.count == 1 {
            if let source = byKey[key]?.first, bySource[source.id] == nil { byTitle[source.id] = items[0] }
        }
    }

    /// nil for a source that the plan has nothing of.
    func item(of source: PlanSourceItem) -> PlanItem? {
        bySource[source.id] ?? byTitle[source.id]
    }

    private static func key(_ source: PlanSourceItem) -> String {
        key(source.section, source.title)
    }

    /// Case and outer spaces don't count.
    private static func key(_ section: PlanSection.ID, _ title: String) -> String {
        section.rawValue + "\n" + title.trimmed.lowercased()
    }
}
