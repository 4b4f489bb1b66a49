import Planning

extension MarkdownRenderer {
    func goals(_ draft: GoalPlanDraft) -> String {
        let none = words("*Enheden har ingen mål i ugen.*", "*The unit has no goals in the week.*")
        return blocks(
            ["## 2. \(words("Mål", "Goals"))"]
                + (draft.goals.isEmpty ? [none] : draft.goals.map { goal($0, draft) }))
    }

    private func goal(_ goal: GoalPlanDraft.Goal, _ draft: GoalPlanDraft) -> String {
        let trialActions = goal.trialActions.isEmpty ? words.missing : ""
        return blocks([
            "### \(text(goal.label)). \(Markdown.heading(goal.text))",
            bullets(facts(goal, draft)),
            "**\(words("Prøvehandlinger", "Trial actions"))**" + (trialActions.isEmpty ? "" : ": \(trialActions)"),
            bullets(goal.trialActions.map { trialAction($0, draft) }),
            signs(goal.signs), milestones(goal.milestones),
        ])
    }

    private func facts(_ goal: GoalPlanDraft.Goal, _ draft: GoalPlanDraft) -> [String] {
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
            head, labelled("Borgergruppe", "Citizen group", goal.citizenGroup.map { text($0.text) }),
            labelled("Aktuel situation", "Current situation", goal.currentSituation.map(text) ?? words.missing),
            labelled("Ønsket situation", "Desired situation", goal.desiredSituation.map(text) ?? words.missing),
            labelled("Nulpunktsmåling", "Baseline", goal.baseline.flatMap { baseline($0, draft) }),
        ].compactMap(\.self)
    }

    /// Nil where nobody needs a baseline and there is none.
    private func baseline(_ baseline: Week.Baseline, _ draft: GoalPlanDraft) -> String? {
        guard baseline.needed || baseline.value != nil else { return nil }
        let measured = [baseline.value.map(text), baseline.measuredOn.map(words.date)].compactMap(\.self)
        let source = baseline.source.map { " (\(words("kilde", "source")): \(inSentence($0, draft)))" } ?? ""
        return (baseline.value == nil ? words.missing : measured.joined(separator: ", ")) + source
    }

    func trialAction(_ action: GoalPlanDraft.TrialAction, _ draft: GoalPlanDraft) -> String {
        let title = "**\(text(action.title))**"
        if let label = action.toldUnder { return title + " (\(words("se", "see")) \(text(label)))" }
        let facts = [
            words.period(action.start, action.end), action.scale.map { inSentence($0, draft) }, company(action),
        ]
        let head = title + " (\(facts.compactMap(\.self).joined(separator: "; ")))."
        let more = [
            labelled("Vi spørger", "We ask", action.question.map { text($0).asSentence }),
            labelled("Forberedt", "Prepared", action.preparation.map { text($0).asSentence }),
            labelled("Evaluering", "Evaluation", action.evaluation.map { text($0).asSentence }),
            labelled("Beslutning", "Decision", action.decision.map { text($0.in(language)).asSentence }),
        ].compactMap(\.self)
        return head + (action.hypothesis.map { " " + text($0).asSentence } ?? "") + more.map { "\n  - " + $0 }.joined()
    }

    private func company(_ action: GoalPlanDraft.TrialAction) -> String {
        let names = text(action.partners.map(\.name).joined(separator: ", "))
        return names.isEmpty
            ? words("egen prøvehandling", "own trial action") : words("sammen med \(names)", "with \(names)")
    }

    func signs(_ signs: [GoalPlanDraft.Sign]) -> String {
        table(
            [
                words("Tegn", "Sign"), words("Type", "Kind"), words("Udgangspunkt", "Starting point"),
                words("Forventning", "Expectation"), words("Datakilde", "Data source"), words("Hvor tit", "How often"),
                words("Hvem", "Who"),
            ],
            signs.map { sign in
                [
                    "\(text(sign.label)): \(text(sign.text))", sign.kind.map { text($0.in(language)) } ?? "",
                    sign.baseline.map(text) ?? words.missing, sign.target.map(text) ?? "",
                    sign.dataSource.map(text) ?? "", sign.frequency.map(text) ?? "",
                    sign.collectedBy.map { text($0.text) } ?? "",
                ]
            })
    }

    func milestones(_ milestones: [GoalPlanDraft.Milestone]) -> String {
        table(
            [
                words("Milepæl", "Milestone"), words("Dato", "Date"), words("Ansvarlig", "Responsible"),
                words("Dokumentation", "Documentation"),
            ],
            milestones.map { milestone in
                [
                    text(milestone.text), milestone.due.map(words.date) ?? words.missing,
                    milestone.responsible.map { text($0.text) } ?? words.missing, milestone.evidence.map(text) ?? "",
                ]
            })
    }

    func contributions(_ contributions: GoalPlanDraft.Contributions) -> String {
        guard !contributions.isEmpty else { return "" }
        return blocks([
            "### \(words("Det gør vi for andre enheders mål", "What we do for other units’ goals"))",
            bullets(contributions.trialActions.map(contributedTrialAction)), signs(contributions.signs),
            milestones(contributions.milestones),
        ])
    }

    private func contributedTrialAction(_ action: GoalPlanDraft.TrialAction) -> String {
        let labels = text(action.goalLabels.joined(separator: ", "))
        let facts = [labels, words.period(action.start, action.end), company(action)].compactMap(\.self)
        let hypothesis = action.hypothesis.map { " " + text($0).asSentence } ?? ""
        return "**\(text(action.title))** (\(facts.joined(separator: "; ")))." + hypothesis
    }
}
