package import Planning

/// Composes the document of a goal-plan draft. Pure; the same draft gives the same document.
package struct DraftComposer: Sendable {
    let draft: GoalPlanDraft
    let words: ExportWords
    /// Those of ``GoalPlanDraft/names``, each once: asked for in every sentence.
    private let names: [String]

    var language: Language { words.language }

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
    func inSentence(_ text: String) -> String {
        PlainText.line(text.trimmed.insideSentence(names: names))
    }

    func labelled(_ da: String, _ en: String, _ text: String?) -> Line? {
        words.labelled(da, en, text.map(PlainText.line))
    }

    func bullets(_ items: [Block.Item]) -> [Block] {
        items.isEmpty ? [] : [.bullets(items)]
    }

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
