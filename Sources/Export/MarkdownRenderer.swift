package import Planning

/// Renders a goal-plan draft as Markdown that a leader reads, prints or pastes into the unit's plan. Pure; the same
/// draft gives the same bytes. People's text is escaped: it can neither become markup nor HTML.
package struct MarkdownRenderer: Sendable {
    let language: Language

    package init(language: Language = .danish) {
        self.language = language
    }

    var words: DraftWords { DraftWords(language: language) }

    package func render(_ draft: GoalPlanDraft) -> String {
        let blocks = [
            header(draft), startingPoint(draft), goals(draft), contributions(draft.contributions),
            collaborations(draft), tasks(draft), timeline(draft), resources(draft), parked(draft), gaps(draft),
            approval(draft), others(draft), footer(draft),
        ]
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Pieces

    /// Text of people, in a line.
    func text(_ text: String) -> String {
        Markdown.inline(text)
    }

    /// Text of people inside a sentence: a small first letter, unless it begins with a name.
    func inSentence(_ text: String, _ draft: GoalPlanDraft) -> String {
        Markdown.inline(text.trimmed.insideSentence(names: draft.names))
    }

    func table(_ head: [String], _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = [head, head.map { _ in "---" }] + rows
        return lines.enumerated().map { index, cells in
            index == 1 ? "|" + cells.joined(separator: "|") + "|" : line(cells)
        }.joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String {
        "|" + cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|") + "|"
    }

    func bullets(_ lines: [String]) -> String {
        lines.map { "- " + $0 }.joined(separator: "\n")
    }

    func blocks(_ blocks: [String]) -> String {
        blocks.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// `**Label:** text`, or nil when there is no text.
    func labelled(_ da: String, _ en: String, _ text: String?) -> String? {
        text.map { "**\(words(da, en)):** \($0)" }
    }
}

extension GoalPlanDraft {
    /// Names that keep their capital letter inside a sentence.
    var names: [String] {
        [unit.name] + collaborations.flatMap { $0.parties.map(\.name) + $0.goals.map(\.unitName) }
    }
}
