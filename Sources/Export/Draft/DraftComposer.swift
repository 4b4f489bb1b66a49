package import Planning

/// Composes the document of a goal-plan draft. Pure; the same draft gives the same document.
package struct DraftComposer: Sendable {
    let draft: GoalPlanDraft
    /// Labels in the document's language.
    let words: ExportWords
    /// Those of ``GoalPlanDraft/names``, each once: asked for in every sentence.
    private let names: [String]

    var language: Language { words.language }

    /// Parts in the order a leader reads: what the plan serves, the goals, the agreements, who does what and when, what
    /// is missing, and at the end what has no place of its own.
    package static func compose(_ draft: GoalPlanDraft, language: Language = .danish) -> ExportDocument {
        let composer = DraftComposer(draft, ExportWords(language: language))
        let blocks = [
            composer.header, composer.startingPoint, composer.goals, composer.contributions, composer.collaborations,
            composer.tasks, composer.timeline, composer.resources, composer.parked, composer.gaps, composer.approval,
            composer.others, composer.footer,
        ]
        return ExportDocument(
            title: composer.title, language: language, pageHead: composer.pageHead, blocks: blocks.flatMap(\.self))
    }

    private init(_ draft: GoalPlanDraft, _ words: ExportWords) {
        self.draft = draft
        self.words = words
        names = Set(draft.names).sorted()
    }

    // MARK: Pieces

    /// Text of people, in a line.
    func text(_ text: String) -> String {
        PlainText.line(text)
    }

    /// Text of people inside a sentence: a small first letter, unless it begins with a name.
    private func inSentence(_ text: String) -> String {
        PlainText.line(text.trimmed.insideSentence(names: names))
    }

    /// "**Label:** text"; nil where there is no text, so that a document has no empty lines.
    func labelled(_ da: String, _ en: String, _ text: String?) -> Line? {
        words.labelled(da, en, text.map(PlainText.line))
    }

    /// No list where there is nothing to list.
    func bullets(_ items: [Block.Item]) -> [Block] {
        items.isEmpty ? [] : [.bullets(items)]
    }

    /// - Parameter widths: of the columns, relative to each other.
    func table(_ head: [String], _ rows: [[String]], widths: [Int]) -> [Block] {
        rows.isEmpty
            ? [] : [.table(.init(head: head, rows: rows.map { $0.map { Line(text($0)) } }, widths: widths))]
    }
}

extension GoalPlanDraft {
    /// Names that keep their capital letter inside a sentence.
    var names: [String] {
        [unit.name] + collaborations.flatMap { $0.parties.map(\.name) + $0.goals.map(\.unitName) }
    }
}

// MARK: - Head and starting point

extension DraftComposer {
    /// Says first that it is a draft: a printed page is taken for a plan otherwise.
    var title: String {
        let year = draft.year.map { " \($0)" } ?? ""
        return words("UDKAST: Målplan\(year)", "DRAFT: Goal plan\(year)") + " – " + text(draft.unit.name)
    }

    /// At the head of every page, for whoever finds one page of several: whose it is, which year and version.
    var pageHead: [String] {
        [
            draft.unit.name, words("Målplan", "Goal plan") + (draft.year.map { " \($0)" } ?? ""),
            words("udkast, version \(draft.version)", "draft, version \(draft.version)"),
            draft.unit.kle.map { "KLE \($0)" } ?? "",
        ]
    }

    /// What the document is, whose, and from what it was made.
    @BlockBuilder private var header: [Block] {
        let sources = draft.sources.map { source in
            [source.title, source.date.map(words.date)].compactMap(\.self).joined(separator: ", ")
        }
        let status = words(
            "Udkast – dannet af udviklingsugen, ikke godkendt", "Draft – made from the development week, not approved")
        let rows: [[String]?] = [
            [
                words("Enhed", "Unit"),
                [draft.unit.name, draft.unit.department].compactMap(\.self).joined(separator: ", "),
            ],
            [words("Leder", "Leader"), draft.unit.leaderFunction ?? words.missing],
            [words("År", "Year"), draft.year.map(String.init) ?? words.missing],
            [words("Status", "Status"), status],
            [words("Kilder", "Sources"), sources.joined(separator: "; ")],
            [
                words("Version", "Version"),
                words(
                    "\(draft.version) (skabelon \(draft.templateVersion))",
                    "\(draft.version) (template \(draft.templateVersion))"),
            ],
            draft.unit.kle.map { ["KLE", $0] },
        ]
        Block.heading(1, Line(title))
        if let notice = draft.notice { Block.notice(Line(text(notice))) }
        table([], rows.compactMap(\.self), widths: [1, 4])
    }

    /// What the plan serves: vision, scenarios, objectives.
    @BlockBuilder private var startingPoint: [Block] {
        let year = draft.year.map(String.init) ?? words("år", "this year")
        Block.heading(2, Line("1. " + words("Afsæt", "Starting point")))
        if let vision = draft.vision { Block.paragraph(Line.strong("Vision:") + " " + text(vision)) }
        draft.scenarios.map(scenario)
        objectives(
            words("Målsætninger, vi arbejder med i \(year)", "Objectives we work on in \(year)"), draft.objectives)
        objectives(
            words(
                "Målsætninger, vi bidrager til gennem samarbejde",
                "Objectives we contribute to through collaboration"),
            draft.contributedObjectives)
    }

    /// One paragraph; the policy's title says whose scenario it is.
    private func scenario(_ scenario: GoalPlanDraft.Scenario) -> Block {
        .paragraph(
            Line.strong(words("Ønsket fremtidsscenarie", "Future scenario"))
                + " (\(text(scenario.title))): \(text(scenario.text))")
    }

    /// A list with a lead, or nothing at all.
    private func objectives(_ title: String, _ objectives: [GoalPlanDraft.Objective]) -> [Block] {
        guard !objectives.isEmpty else { return [] }
        let items = objectives.map { objective in
            let reason = reason(objective)
            let text = Line(text(objective.text))
            return Block.Item(reason.isEmpty ? text : text + " " + Line.emphasis("(\(reason))"))
        }
        return [.lead(Line.strong(title)), .bullets(items)]
    }

    /// Where an objective comes from, and why it is worked on this year.
    private func reason(_ objective: GoalPlanDraft.Objective) -> String {
        var reason = objective.sourceTitle.map(text) ?? ""
        if objective.isMandatory {
            reason += " – " + words("skal der arbejdes med i det følgende år", "must be worked on the following year")
        } else if let by = objective.selectedBy {
            let by = text(by.insideSentence())
            let on = objective.selectedOn.map { words(" ", " on ") + words.date($0) } ?? ""
            reason += (reason.isEmpty ? "" : "; ") + words("udvalgt af \(by)\(on)", "selected by \(by)\(on)")
        }
        return reason
    }
}

// MARK: - Goals

extension DraftComposer {
    /// Goal by goal, with everything that belongs to it in one place.
    @BlockBuilder var goals: [Block] {
        Block.heading(2, Line("2. " + words("Mål", "Goals")))
        if draft.goals.isEmpty {
            Block.paragraph(Line.emphasis(words("Enheden har ingen mål i ugen.", "The unit has no goals in the week.")))
        }
        draft.goals.flatMap(goal)
    }

    /// Says where trial actions are missing: every goal needs one (»Begreber til rejsen«).
    @BlockBuilder private func goal(_ goal: GoalPlanDraft.Goal) -> [Block] {
        let missing: Line = goal.trialActions.isEmpty ? Line(": \(words.missing)") : .empty
        Block.heading(3, Line("\(text(goal.label)). \(text(goal.text))"))
        Block.bullets(facts(goal).map { .init($0) })
        Block.lead(Line.strong(words("Prøvehandlinger", "Trial actions")) + missing)
        bullets(goal.trialActions.map(trialAction))
        signs(goal.signs)
        milestones(goal.milestones)
    }

    /// What is missing is said in the line where it belongs, and not left out: the leader sees the hole.
    private func facts(_ goal: GoalPlanDraft.Goal) -> [Line] {
        let type =
            switch (goal.isMeasurable, goal.isNoticeable) {
            case (true, true): words("målbart og mærkbart", "measurable and noticeable")
            case (true, false): words("målbart", "measurable")
            case (false, true): words("mærkbart", "noticeable")
            case (false, false): words.missing
            }
        let objectives = goal.objectives.map(\.text).joined(separator: " / ")
        let head = [
            labelled("Type", "Kind", type.asSentence),
            labelled("Frist", "Deadline", (goal.deadline.map(words.date) ?? words.missing).asSentence),
            labelled("Målsætning", "Objective", (objectives.isEmpty ? words.missing : text(objectives)).asSentence),
        ].compactMap(\.self).joined(separator: " ")
        return [
            head, labelled("Borgergruppe", "Citizen group", goal.citizenGroup?.text),
            labelled(
                "Alene eller på tværs", "Alone or across units",
                presentText((goal.levelDecisions ?? []).map { $0.sentence.in(language) }.joined(separator: "; "))),
            labelled("Aktuel situation", "Current situation", goal.currentSituation ?? words.missing),
            labelled("Ønsket situation", "Desired situation", goal.desiredSituation ?? words.missing),
            labelled("Nulpunktsmåling", "Baseline", goal.baseline.flatMap(baseline)),
        ].compactMap(\.self)
    }

    /// Nil where nobody needs a baseline and there is none.
    private func baseline(_ baseline: Week.Baseline) -> String? {
        guard baseline.needed || baseline.value != nil else { return nil }
        let measured = [baseline.value.map(text), baseline.measuredOn.map(words.date)].compactMap(\.self)
        let source = baseline.source.map { " (\(words("kilde", "source")): \(inSentence($0)))" } ?? ""
        return (baseline.value == nil ? words.missing : measured.joined(separator: ", ")) + source
    }

    /// Told once, under the first of its goals; under the others by its label.
    private func trialAction(_ action: GoalPlanDraft.TrialAction) -> Block.Item {
        let title = Line.strong(text(action.title))
        if let label = action.toldUnder { return .init(title + " (\(words("se", "see")) \(text(label)))") }
        let facts = [words.period(action.start, action.end), action.scale.map(inSentence), company(action)]
        let head = title + " (\(facts.compactMap(\.self).joined(separator: "; ")))."
        let more = [
            labelled("Vi spørger", "We ask", action.question.map { text($0).asSentence }),
            labelled("Forberedt", "Prepared", action.preparation.map { text($0).asSentence }),
            labelled("Evaluering", "Evaluation", action.evaluation.map { text($0).asSentence }),
            labelled("Beslutning", "Decision", action.decision.map { text($0.in(language)).asSentence }),
        ].compactMap(\.self)
        return .init(head + (action.hypothesis.map { " " + text($0).asSentence } ?? ""), details: more)
    }

    /// Whether the action is the unit's own, or with whom it is.
    private func company(_ action: GoalPlanDraft.TrialAction) -> String {
        let names = text(action.partners.map(\.name).joined(separator: ", "))
        return names.isEmpty
            ? words("egen prøvehandling", "own trial action") : words("sammen med \(names)", "with \(names)")
    }

    /// A table, since signs are compared with each other.
    private func signs(_ signs: [GoalPlanDraft.Sign]) -> [Block] {
        let rows = signs.map { sign in
            [
                "\(text(sign.label)): \(text(sign.text))", sign.kind?.in(language) ?? "",
                sign.baseline ?? words.missing, sign.target ?? "", sign.dataSource ?? "", sign.frequency ?? "",
                sign.collectedBy?.text ?? "",
            ]
        }
        return titled(
            words("Tegn", "Signs"),
            [
                words("Tegn", "Sign"), words("Type", "Kind"), words("Udgangspunkt", "Starting point"),
                words("Forventning", "Expectation"), words("Datakilde", "Data source"), words("Hvor tit", "How often"),
                words("Hvem", "Who"),
            ], rows, widths: [6, 3, 4, 4, 4, 3, 4])
    }

    /// Nothing at all where the table would be empty.
    private func titled(_ title: String, _ head: [String], _ rows: [[String]], widths: [Int]) -> [Block] {
        rows.isEmpty ? [] : [.lead(Line.strong(title))] + table(head, rows, widths: widths)
    }

    /// In the draft's order, which is by date.
    private func milestones(_ milestones: [GoalPlanDraft.Milestone]) -> [Block] {
        let rows = milestones.map { milestone in
            [
                milestone.text, milestone.due.map(words.date) ?? words.missing,
                milestone.responsible?.text ?? words.missing, milestone.evidence ?? "",
            ]
        }
        return titled(
            words("Milepæle", "Milestones"),
            [
                words("Milepæl", "Milestone"), words("Dato", "Date"), words("Ansvarlig", "Responsible"),
                words("Dokumentation", "Documentation"),
            ], rows, widths: [4, 2, 3, 3])
    }

    /// What the unit does for others' goals: its work as well, though the goals are not its own.
    @BlockBuilder var contributions: [Block] {
        let contributions = draft.contributions
        if !contributions.isEmpty {
            Block.heading(3, Line(words("Det gør vi for andre enheders mål", "What we do for other units’ goals")))
            bullets(contributions.trialActions.map(contributedTrialAction))
            signs(contributions.signs)
            milestones(contributions.milestones)
        }
    }

    /// With the goals' labels first: they are other units', and not explained here.
    private func contributedTrialAction(_ action: GoalPlanDraft.TrialAction) -> Block.Item {
        let labels = text(action.goalLabels.joined(separator: ", "))
        let facts = [labels, words.period(action.start, action.end), company(action)].compactMap(\.self)
        let hypothesis = action.hypothesis.map { " " + text($0).asSentence } ?? ""
        return .init(Line.strong(text(action.title)) + " (\(facts.joined(separator: "; ")))." + hypothesis)
    }
}

// MARK: - Collaborations

extension DraftComposer {
    /// The agreements of the week that the unit is party to.
    @BlockBuilder var collaborations: [Block] {
        Block.heading(
            2, Line("3. " + words("Aftaler om tværfagligt samarbejde", "Agreements on collaboration across units")))
        if draft.collaborations.isEmpty {
            Block.paragraph(
                Line.emphasis(words("Enheden er ikke part i nogen aftale.", "The unit is party to no agreement.")))
        }
        draft.collaborations.flatMap(collaboration)
    }

    /// Line by line, in the order of the form that the parties filled in.
    private func collaboration(_ agreement: GoalPlanDraft.Collaboration) -> [Block] {
        let parties = agreement.parties.map(\.name).joined(separator: ", ")
        let goals = agreement.goals.map { "\($0.label) (\($0.unitName))" }.joined(separator: "; ")
        let goal = agreement.goal.map { goal in
            text(goal) + (agreement.goalDate.map { " (\(words.date($0)))" } ?? "")
        }
        let lines: [Line?] = [
            labelled("Med", "With", parties.isEmpty ? words.missing : parties),
            labelled("Bidrager til", "Contributes to", goals.isEmpty ? words.missing : goals),
            labelled("Opgaven", "The task", agreement.task),
            labelled("Derfor på tværs", "Why across units", agreement.whyCross),
            expectation(agreement), labelled("Mål for samarbejdet", "Goal for the collaboration", goal),
            coordination(agreement), labelled("Når vi er uenige", "When we disagree", agreement.escalation),
            labelled("Beslutningskompetence", "Decision rights", agreement.decisionRights),
            labelled("Afslutning og forankring", "Ending and anchoring", agreement.anchoring),
            labelled("Personoplysninger", "Personal data", agreement.dataSharing),
            labelled("Bekræftet af", "Confirmed by", confirmations(agreement)),
        ]
        return [
            .heading(3, Line("\(title(of: agreement)) – \(words.level(agreement.level))")),
            .bullets(lines.compactMap(\.self).map { .init($0) }),
        ]
    }

    /// A nameless agreement is listed all the same.
    private func title(of agreement: GoalPlanDraft.Collaboration) -> String {
        presentText(agreement.title).map(text) ?? words.untitled
    }

    /// What the unit itself gives, needs and cannot do; the others' expectations are told under "other".
    private func expectation(_ agreement: GoalPlanDraft.Collaboration) -> Line? {
        let own = agreement.expectations.filter(\.isOwn).flatMap { expectation in
            [
                labelled(
                    "De andre kan regne med", "The others can count on", expectation.give.map { text($0).asSentence }),
                labelled("Vi har brug for", "We need", expectation.need.map { inSentence($0).asSentence }),
                labelled("Vores grænse", "Our limit", expectation.limit.map { inSentence($0).asSentence }),
            ].compactMap(\.self)
        }
        return own.isEmpty ? nil : own.joined(separator: " ")
    }

    /// Who keeps the agreement alive, and from when to when.
    private func coordination(_ agreement: GoalPlanDraft.Collaboration) -> Line? {
        let coordinator = agreement.coordinator.map { text($0.text) } ?? words.missing
        return [
            labelled("Tovholder", "Coordinator", coordinator.asSentence),
            labelled("Periode", "Period", words.period(agreement.start, agreement.end)),
        ].compactMap(\.self).joined(separator: " ")
    }

    /// Who stands by it, from when, and whether it has changed since; what each gave and asked for, in their words.
    private func confirmations(_ agreement: GoalPlanDraft.Collaboration) -> String {
        guard !agreement.confirmations.isEmpty else { return words("ingen endnu", "nobody yet") }
        return agreement.confirmations.map { confirmation in
            let who = [presentText(confirmation.function), confirmation.party.name].compactMap(\.self)
            let promise = [
                confirmation.give.map { words("giver: ", "gives: ") + text($0) },
                confirmation.need.map { words("har brug for: ", "needs: ") + text($0) },
            ].compactMap(\.self)
            let old =
                confirmation.state == .beforeChange ? [words("bekræftet før ændring", "confirmed before a change")] : []
            return text(who.joined(separator: ", "))
                + " (\(([words.date(confirmation.on)] + old + promise).joined(separator: "; ")))"
        }.joined(separator: "; ")
    }

    /// Everything people wrote in the agreements that the plan's own lines don't tell.
    @BlockBuilder var others: [Block] {
        let agreements = draft.collaborations.filter { !$0.other.isEmpty }
        if !agreements.isEmpty {
            Block.heading(2, Line("9. " + words("Øvrigt fra aftalerne", "Also in the agreements")))
            for agreement in agreements {
                Block.heading(3, Line(title(of: agreement)))
                Block.bullets(agreement.other.map { other($0, level: agreement.level) })
            }
        }
    }

    /// With a word where the agreement's level hides the field by now: nobody sees it on the page.
    private func other(_ field: GoalPlanDraft.OtherField, level: Level) -> Block.Item {
        let hidden =
            field.isHiddenAtLevel
            ? words(" (vises ikke på \(words.level(level)))", " (not shown at \(words.level(level)))") : ""
        let head = Line.strong("\(text(field.label.in(language)))\(hidden):")
        let rows = field.rows.map { row in
            Line(
                row.map { "\(text($0.label.in(language))): \(text($0.text.in(language)))" }.joined(separator: "; "))
        }
        return .init(head + (field.text.map { " " + text($0.in(language)) } ?? ""), details: rows)
    }
}

// MARK: - Lists

extension DraftComposer {
    /// An empty list is said to be empty.
    private var nothing: Block {
        .paragraph(Line.emphasis(words("Ingen.", "None.")))
    }

    /// A table by activity; a function that is missing is named as missing.
    @BlockBuilder var tasks: [Block] {
        let rows = draft.tasks.map { task in
            [task.activity, task.function ?? words.missing, task.roleLabel.in(language), task.modelTitle]
        }
        let head = [
            words("Opgave", "Activity"), words("Funktion", "Function"), words("Rolle", "Role"),
            words("Aftale", "Agreement"),
        ]
        let unit = text(draft.unit.name)
        Block.heading(2, Line("4. " + words("Opgaver og ansvar på \(unit)", "Tasks and responsibilities at \(unit)")))
        if rows.isEmpty { nothing }
        table(head, rows, widths: [4, 3, 3, 3])
    }

    /// In the draft's order, which is by date.
    @BlockBuilder var timeline: [Block] {
        let rows = draft.timeline.map { entry in
            [
                words.date(entry.date), entry.kind.label.in(language),
                (entry.modelTitle.map { $0 + ": " } ?? "") + entry.text.in(language),
            ]
        }
        let head = [words("Dato", "Date"), words("Hvad", "What"), words("Indhold", "Content")]
        Block.heading(2, Line("5. " + words("Tidslinje", "Timeline")))
        if rows.isEmpty { nothing }
        table(head, rows, widths: [2, 2, 5])
    }

    /// With the agreement that they were promised in.
    @BlockBuilder var resources: [Block] {
        let lines = draft.resources.map { resource in
            Line(
                text([resource.what, resource.amount].compactMap(presentText).joined(separator: ": "))
                    + " (\(text(resource.modelTitle)))")
        }
        Block.heading(2, Line("6. " + words("Ressourcer", "Resources")))
        if lines.isEmpty { nothing }
        bullets(lines.map { .init($0) })
    }

    /// Below the resources and without a number: most units have none.
    @BlockBuilder var parked: [Block] {
        let items = draft.parkedItems.map { item in
            let details = [item.due.map(words.date), text(item.sessionTitle)].compactMap(\.self)
            return Block.Item(Line(text(item.text) + " (\(details.joined(separator: "; ")))"))
        }
        if !items.isEmpty { Block.heading(3, Line(words("Parkeret til os", "Parked for us"))) }
        bullets(items)
    }

    /// As boxes to tick, the last of which is the leader's own going through.
    @BlockBuilder var gaps: [Block] {
        let review = words(
            "Leder har gennemgået udkastet og taget stilling til hver linje (behold, ret, fravælg).",
            "The leader has gone through the draft and taken a stand on every line (keep, change, leave out).")
        let title = words(
            "Skal på plads, før målplanen kan færdiggøres", "To be settled before the goal plan can be finished")
        Block.heading(2, Line("7. " + title))
        Block.checklist((draft.gaps.map { text($0.sentence.in(language)) } + [review]).map { Line($0) })
    }

    /// A place for whoever approves; no text says who that is, so nothing is required.
    @BlockBuilder var approval: [Block] {
        let rows = draft.approval.map { approval in
            [approval.function ?? "", approval.on.map(words.date) ?? "", approval.remark ?? ""]
        }
        let head = [words("Funktion", "Function"), words("Dato", "Date"), words("Bemærkning", "Remark")]
        Block.heading(2, Line("8. " + words("Godkendelse", "Approval")))
        table(head, rows, widths: [3, 2, 4])
    }

    /// Which models it was made from, and that it names nobody.
    private var footer: [Block] {
        let origins = draft.origins.map { "\(text($0.modelId)) (\(words.level($0.level)))" }
        let from = origins.isEmpty ? words("ingen aftaler", "no agreements") : origins.joined(separator: ", ")
        let functions = words("Udkastet indeholder funktioner, ikke navne.", "The draft holds functions, not names.")
        let example = draft.isExample ? words(" Eksempel.", " Example.") : ""
        return [.origin(Line("\(words("Dannet af", "Made from")): \(from). \(functions)\(example)"))]
    }
}
