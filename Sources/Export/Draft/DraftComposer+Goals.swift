import Planning

extension DraftComposer {
    @BlockBuilder var goals: [Block] {
        Block.heading(2, Line("2. " + words("Mål", "Goals")))
        if draft.goals.isEmpty {
            Block.paragraph(Line.emphasis(words("Enheden har ingen mål i ugen.", "The unit has no goals in the week.")))
        }
        draft.goals.flatMap(goal)
    }

    @BlockBuilder private func goal(_ goal: GoalPlanDraft.Goal) -> [Block] {
        let missing: Line = goal.trialActions.isEmpty ? Line(": \(words.missing)") : .empty
        Block.heading(3, Line("\(text(goal.label)). \(text(goal.text))"))
        Block.bullets(facts(goal).map { .init($0) })
        Block.lead(Line.strong(words("Prøvehandlinger", "Trial actions")) + missing)
        bullets(goal.trialActions.map(trialAction))
        signs(goal.signs)
        milestones(goal.milestones)
    }

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

    private func company(_ action: GoalPlanDraft.TrialAction) -> String {
        let names = text(action.partners.map(\.name).joined(separator: ", "))
        return names.isEmpty
            ? words("egen prøvehandling", "own trial action") : words("sammen med \(names)", "with \(names)")
    }

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

    private func titled(_ title: String, _ head: [String], _ rows: [[String]], widths: [Int]) -> [Block] {
        rows.isEmpty ? [] : [.lead(Line.strong(title))] + table(head, rows, widths: widths)
    }

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

    @BlockBuilder var contributions: [Block] {
        let contributions = draft.contributions
        if !contributions.isEmpty {
            Block.heading(3, Line(words("Det gør vi for andre enheders mål", "What we do for other units’ goals")))
            bullets(contributions.trialActions.map(contributedTrialAction))
            signs(contributions.signs)
            milestones(contributions.milestones)
        }
    }

    private func contributedTrialAction(_ action: GoalPlanDraft.TrialAction) -> Block.Item {
        let labels = text(action.goalLabels.joined(separator: ", "))
        let facts = [labels, words.period(action.start, action.end), company(action)].compactMap(\.self)
        let hypothesis = action.hypothesis.map { " " + text($0).asSentence } ?? ""
        return .init(Line.strong(text(action.title)) + " (\(facts.joined(separator: "; ")))." + hypothesis)
    }
}
