/// Something a leader has to look at before the plan is finished. It never keeps anybody from finishing: the leader
/// decides (seed 002: the plan is the unit's own tool).
package struct PlanRemaining: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case noGoals, undecided, emptyLine, goalWithoutTrialAction, goalWithoutSign, goalWithoutMilestone
        case referenceMissing
        /// What only some profiles ask for; see `GoalPlan+ProfileChecks`.
        case partEmpty, valueMissing, notApproved, budgetSeminar, noFocusArea, noInvolvement, unusualPeriod
        case notPrioritised, needsBaseline
    }

    package let kind: Kind
    package let sentence: LocalizedText
    package let remedy: LocalizedText
    package let itemId: String?
    package let field: String?
}

extension GoalPlan {
    /// What remains, in the order the plan is read.
    /// - Parameter known: ids that references may mean beside the plan's items, such as other units' goals.
    package func remaining(known: Set<String>) -> [PlanRemaining] {
        let goals = items(in: .goals)
        let none: [PlanRemaining] =
            goals.isEmpty
            ? [
                .init(
                    kind: .noGoals, sentence: .init(da: "Planen har ingen mål.", en: "The plan has no goals."),
                    remedy: .init(
                        da: "Tag mål fra udkastet, eller skriv dem.", en: "Take goals from the draft, or write them."),
                    itemId: nil, field: nil)
            ] : []
        return none + PlanSection.all.flatMap { section in items(in: section.id).flatMap { gaps($0, section, known) } }
            + profileChecks
    }

    private func gaps(_ item: PlanItem, _ section: PlanSection, _ known: Set<String>) -> [PlanRemaining] {
        let empty = (PlanProfile.profile(profile).needed[section.id] ?? []).compactMap { id -> PlanRemaining? in
            guard item.text(id) == nil, let field = section.field(id) else { return nil }
            return .init(
                kind: .emptyLine,
                sentence: .init(
                    da: "»\(item.title.shortened)« mangler »\(field.label.da)«.",
                    en: "“\(item.title.shortened)” lacks “\(field.label.en)”."),
                remedy: .init(da: "Udfyld linjen.", en: "Fill in the line."), itemId: item.id, field: id)
        }
        let lost = section.fields.filter { $0.kind == .references }.filter { field in
            item.references(field.id).contains { self.item(reference: $0) == nil && !known.contains($0) }
        }.map { field in
            PlanRemaining(
                kind: .referenceMissing,
                sentence: .init(
                    da: "»\(item.title.shortened)« henviser til noget, der ikke er i planen.",
                    en: "“\(item.title.shortened)” refers to something that is not in the plan."),
                remedy: .init(da: "Vælg igen.", en: "Choose again."), itemId: item.id, field: field.id)
        }
        return empty + lost + (section.id == .goals ? followUps(item) : [])
    }

    private func followUps(_ goal: PlanItem) -> [PlanRemaining] {
        let wanted: [(PlanSection.ID, PlanRemaining.Kind, String, String)] = [
            (.trialActions, .goalWithoutTrialAction, "ingen prøvehandling", "no trial action"),
            (.signs, .goalWithoutSign, "ingen tegn", "no signs"),
            (.milestones, .goalWithoutMilestone, "ingen milepæl", "no milestone"),
        ]
        let names = [goal.id, goal.head.sourceId].compactMap(\.self)
        return wanted.compactMap { section, kind, da, en in
            guard !items(in: section).contains(where: { $0.references("goals").contains(where: names.contains) })
            else { return nil }
            return .init(
                kind: kind,
                sentence: .init(
                    da: "Målet »\(goal.title.shortened)« har \(da).",
                    en: "The goal “\(goal.title.shortened)” has \(en)."),
                remedy: .init(da: "Tilføj det, der mangler.", en: "Add what is missing."), itemId: goal.id, field: nil)
        }
    }
}

extension PlanComparison {
    /// What the draft offers and no leader has decided about, as one thing that remains.
    package var remaining: [PlanRemaining] {
        let open = offers.count(where: \.isOpen)
        guard open > 0 else { return [] }
        return [
            .init(
                kind: .undecided,
                sentence: .init(
                    da: open == 1
                        ? "Ét punkt fra udkastet er der ikke taget stilling til."
                        : "\(open) punkter fra udkastet er der ikke taget stilling til.",
                    en: open == 1
                        ? "One item of the draft is undecided." : "\(open) items of the draft are undecided."),
                remedy: .init(da: "Tag dem med, eller sig nej.", en: "Take them, or say no."), itemId: nil, field: nil)
        ]
    }
}

extension String {
    var shortened: String {
        count <= 80 ? self : prefix(79) + "…"
    }
}
