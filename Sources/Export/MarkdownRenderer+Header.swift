import Planning

extension MarkdownRenderer {
    func header(_ draft: GoalPlanDraft) -> String {
        let year = draft.year.map { " \($0)" } ?? ""
        let title = words("UDKAST: Målplan\(year)", "DRAFT: Goal plan\(year)")
        let sources = draft.sources.map { source in
            [source.title, source.date.map(words.date)].compactMap(\.self).joined(separator: ", ")
        }
        let unit = [draft.unit.name, draft.unit.department].compactMap(\.self).joined(separator: ", ")
        let status = words(
            "Udkast – dannet af udviklingsugen, ikke godkendt", "Draft – made from the development week, not approved")
        let rows = [
            [words("Enhed", "Unit"), text(unit)],
            [words("Leder", "Leader"), draft.unit.leaderFunction.map(text) ?? words.missing],
            [words("År", "Year"), draft.year.map(String.init) ?? words.missing],
            [words("Status", "Status"), status],
            [words("Kilder", "Sources"), text(sources.joined(separator: "; "))],
            [
                words("Version", "Version"),
                words(
                    "\(draft.version) (skabelon \(draft.templateVersion))",
                    "\(draft.version) (template \(draft.templateVersion))"),
            ],
        ]
        return blocks([
            "# \(title) – \(Markdown.heading(draft.unit.name))", draft.notice.map { "> **\(text($0))**" } ?? "",
            table(["", ""], rows),
        ])
    }

    func startingPoint(_ draft: GoalPlanDraft) -> String {
        let year = draft.year.map(String.init) ?? words("år", "this year")
        let parts = [
            draft.vision.map { "**Vision:** \(text($0))" } ?? "",
            blocks(draft.scenarios.map(scenario)),
            objectives(
                words("Målsætninger, vi arbejder med i \(year)", "Objectives we work on in \(year)"), draft.objectives),
            objectives(
                words(
                    "Målsætninger, vi bidrager til gennem samarbejde",
                    "Objectives we contribute to through collaboration"),
                draft.contributedObjectives),
        ]
        return blocks(["## 1. \(words("Afsæt", "Starting point"))"] + parts)
    }

    private func scenario(_ scenario: GoalPlanDraft.Scenario) -> String {
        "**\(words("Ønsket fremtidsscenarie", "Future scenario"))** (\(text(scenario.title))): \(text(scenario.text))"
    }

    private func objectives(_ title: String, _ objectives: [GoalPlanDraft.Objective]) -> String {
        guard !objectives.isEmpty else { return "" }
        return "**\(title)**\n\n"
            + bullets(
                objectives.map { objective in
                    let reason = reason(objective)
                    return Markdown.leading(objective.text) + (reason.isEmpty ? "" : " *(\(reason))*")
                })
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
