/// Something a leader has to look at before the plan is finished. It never keeps anybody from finishing: the leader
/// decides (»Begreber til rejsen«: the plan is the unit's own tool).
package struct PlanRemaining: Sendable, Hashable, Codable {
    /// What is missing. The raw value is what clients know it by.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case noGoals, undecided, emptyLine, goalWithoutTrialAction, goalWithoutSign, goalWithoutMilestone
        case referenceMissing
        /// What only some profiles ask for (`GoalPlan.profileChecks`).
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

    /// What one item lacks: lines that the plan's system asks for, references to what is not there, and for a goal what
    /// follows it.
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

    /// A goal is meant by its own id or by that of the draft's goal it came from: items taken from a draft refer to the
    /// latter.
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
    /// Eighty characters at most, for a title in a sentence.
    var shortened: String {
        count <= 80 ? self : prefix(79) + "…"
    }
}

// MARK: - What a governance system asks for

/// What a system asks for beside filled-in lines. Never a gate: what remains is told, and the leader decides.
extension GoalPlan {
    /// Nothing for the goal plan: what it asks for is the same as what any plan is asked.
    private var profileChecks: [PlanRemaining] {
        switch profile {
        case .maalplan: []
        case .proceshjul: emptyParts + missingValues
        case .aftale: items(in: .goals).flatMap(agreementChecks)
        case .dialogaftale: periodChecks + items(in: .goals).flatMap(dialogueChecks)
        }
    }

    /// The process wheel's three parts are filled (»Forpligtende dialogstyring«).
    private var emptyParts: [PlanRemaining] {
        let own: [String: [PlanSection.ID]] = [
            "agreement": [.agreement], "goalsAndEconomy": [.resources, .frames],
            "method": [.trialActions, .tasks, .collaborations], "documentation": [.signs, .milestones],
        ]
        return PlanProfile.proceshjul.parts.compactMap { part in
            guard let sections = own[part.id], sections.allSatisfy({ items(in: $0).isEmpty }) else { return nil }
            return .init(
                .partEmpty, "Delen »\(part.title.da)« er ikke udfyldt.", "The part “\(part.title.en)” is empty.",
                "Skriv, hvad I er enige om.", "Write what you agree on.")
        }
    }

    /// The five values, each of which a workplace says the meaning of.
    private var missingValues: [PlanRemaining] {
        let told = Set(items(in: .values).compactMap { $0.text("value") })
        return PlanSection.fiveValues.filter { !told.contains($0.id) }.map { value in
            .init(
                .valueMissing, "»\(value.label.da)«: I har ikke skrevet, hvad den betyder hos jer.",
                "“\(value.label.en)”: you have not written what it means here.",
                "Skriv det med jeres egne ord.", "Write it in your own words.")
        }
    }

    /// »Dialogbaseret aftalestyring«: what a political goal links to, approval before it is included, the budget
    /// seminar, own goals' dialogue.
    private func agreementChecks(_ goal: PlanItem) -> [PlanRemaining] {
        let name = goal.title.shortened
        func remaining(_ kind: PlanRemaining.Kind, _ field: String, _ da: String, _ en: String, _ fix: (String, String))
            -> PlanRemaining
        {
            .init(kind, "Målet »\(name)« \(da)", "The goal “\(name)” \(en)", fix.0, fix.1, goal.id, field)
        }
        var found: [PlanRemaining] = []
        if goal.text("agreementType") == "political" {
            if goal.text("councilApprovedOn") == nil {
                found.append(
                    remaining(
                        .notApproved, "councilApprovedOn", "er ikke godkendt i kommunalbestyrelsen.",
                        "is not approved by the council.",
                        ("Få det godkendt, før det skrives ind.", "Have it approved before it is included.")))
            }
            let link = goal.text("subtype") == "operational" ? "committee" : "focusArea"
            if goal.text(link) == nil {
                found.append(
                    remaining(
                        .noFocusArea, link,
                        link == "committee"
                            ? "mangler det udvalg, der har formuleret det." : "mangler et indsatsområde.",
                        link == "committee" ? "lacks the committee that formulated it." : "lacks a focus area.",
                        ("Udfyld linjen.", "Fill in the line.")))
            }
            if let over = goal.costBeyondBudget {
                found.append(
                    remaining(
                        .budgetSeminar, "cost",
                        "koster \(NumberWords.text(over)) kr. ud over budgettet.",
                        "costs DKK \(NumberWords.text(over, .english)) beyond the budget.",
                        ("Tag det med på budgetseminaret.", "Present it at the budget seminar.")))
            }
        }
        if goal.text("agreementType") == "own", goal.text("involvement") == nil {
            found.append(
                remaining(
                    .noInvolvement, "involvement", "siger ikke, hvordan bestyrelse og medarbejdere har været med.",
                    "does not say how board and staff were involved.",
                    ("Skriv det, eller tag drøftelsen.", "Write it, or have the dialogue.")))
        }
        return found
    }

    /// »Dialogaftaler«: 1½ or 2½ years.
    private var periodChecks: [PlanRemaining] {
        items(in: .agreement).compactMap { agreement in
            guard let start = agreement.date("start"), let end = agreement.date("end") else { return nil }
            let months = DialoguePeriod.months(from: start, to: end)
            guard months.map({ !PlanProfile.dialogaftale.periodMonths.contains($0) }) ?? true else { return nil }
            return .init(
                .unusualPeriod, "Aftalens periode er hverken 1½ eller 2½ år.",
                "The agreement’s period is neither 1½ nor 2½ years.", "Ret datoerne, hvis det ikke er med vilje.",
                "Correct the dates, unless it is meant so.", agreement.id, "end")
        }
    }

    /// »Dialogaftaler«: on levels 1–2 every administrative goal is prioritised; a goal that needs a baseline has one.
    private func dialogueChecks(_ goal: PlanItem) -> [PlanRemaining] {
        let name = goal.title.shortened
        let isUpper = items(in: .agreement).contains { $0.text("level") == "1-2" }
        var found: [PlanRemaining] = []
        if isUpper, goal.text("dialogueType") == "administrative", goal.text("priority") == nil {
            found.append(
                .init(
                    .notPrioritised, "Det administrative mål »\(name)« er ikke prioriteret.",
                    "The administrative goal “\(name)” is not prioritised.",
                    "Vælg, om det er prioriteret her.", "Choose whether it is prioritised here.", goal.id, "priority"))
        }
        if goal.text("needsBaseline") == "yes", goal.text("baseline") == nil {
            found.append(
                .init(
                    .needsBaseline, "Målet »\(name)« skal have en nulpunktsmåling og har ingen endnu.",
                    "The goal “\(name)” needs a baseline and has none yet.", "Mål, og skriv tallet og datoen.",
                    "Measure, and write the figure and the date.", goal.id, "baseline"))
        }
        return found
    }
}

extension PlanItem {
    /// What a goal costs beyond what the budget has; nil where it doesn't (»Dialogbaseret aftalestyring«: the budget
    /// seminar).
    package var costBeyondBudget: Double? {
        guard let cost = text("cost").flatMap(NumberWords.value) else { return nil }
        let over = cost - (text("budget").flatMap(NumberWords.value) ?? 0)
        return over > 0 ? over : nil
    }
}

extension PlanRemaining {
    fileprivate init(
        _ kind: Kind, _ da: String, _ en: String, _ remedyDa: String, _ remedyEn: String, _ itemId: String? = nil,
        _ field: String? = nil
    ) {
        self.init(
            kind: kind, sentence: LocalizedText(da: da, en: en), remedy: LocalizedText(da: remedyDa, en: remedyEn),
            itemId: itemId, field: field)
    }
}
