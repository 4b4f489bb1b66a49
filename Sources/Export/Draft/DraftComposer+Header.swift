import Planning

extension DraftComposer {
    var title: String {
        let year = draft.year.map { " \($0)" } ?? ""
        return words("UDKAST: Målplan\(year)", "DRAFT: Goal plan\(year)") + " – " + text(draft.unit.name)
    }

    var pageHead: [String] {
        [
            draft.unit.name, words("Målplan", "Goal plan") + (draft.year.map { " \($0)" } ?? ""),
            words("udkast, version \(draft.version)", "draft, version \(draft.version)"),
            draft.unit.kle.map { "KLE \($0)" } ?? "",
        ]
    }

    @BlockBuilder var header: [Block] {
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

    @BlockBuilder var startingPoint: [Block] {
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

    private func scenario(_ scenario: GoalPlanDraft.Scenario) -> Block {
        .paragraph(
            Line.strong(words("Ønsket fremtidsscenarie", "Future scenario"))
                + " (\(text(scenario.title))): \(text(scenario.text))")
    }

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
