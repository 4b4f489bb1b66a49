package import Planning

/// Composes the document of a goal plan: what the unit's leader prints, signs and files. Pure; nothing the plan says
/// is left out.
package struct PlanComposer: Sendable {
    let source: PlanSource
    let words: ExportWords

    var plan: GoalPlan { source.plan }
    var language: Language { words.language }

    package static func compose(_ source: PlanSource, language: Language = .danish) -> ExportDocument {
        let composer = PlanComposer(source: source, words: ExportWords(language: language))
        return ExportDocument(
            title: composer.title, language: language, pageHead: composer.pageHead, blocks: composer.blocks)
    }

    /// What other governance systems ask for, and what the year has brought.
    private static let further: [PlanSection.ID] = [
        .wellbeing, .agreement, .values, .initiatives, .frames, .rules, .signatures, .followUps, .observations,
        .evaluations, .status,
    ]

    // MARK: Head

    private var name: String {
        words("Målplan", "Goal plan") + (source.year.map { " \($0)" } ?? "")
    }

    private var title: String { "\(name) – \(PlainText.line(source.unit.name))" }

    private var pageHead: [String] {
        [source.unit.name, name, versionWords, source.kle.map { "KLE \($0)" } ?? ""]
    }

    private var versionWords: String {
        plan.isFinished
            ? words("version \(source.version)", "version \(source.version)")
            : words("version \(source.version), under arbejde", "version \(source.version), in progress")
    }

    @BlockBuilder private var blocks: [Block] {
        Block.heading(1, Line(title))
        if let notice = source.notice { Block.notice(Line(PlainText.line(notice))) }
        facts
        basis
        goals
        collaborations
        for section in [PlanSection.ID.tasks, .dates, .resources, .parked] { list(section) }
        for section in Self.further { entries(section) }
        others
        if !plan.isFinished { remaining }
        approval
        origin
    }

    var facts: [Block] {
        let status =
            plan.isFinished
            ? words("Færdig", "Finished") : words("Under arbejde, ikke færdiggjort", "In progress, not finished")
        let rows: [(String, String?)] = [
            (
                words("Enhed", "Unit"),
                [source.unit.name, source.unit.department].compactMap(presentText).joined(separator: ", ")
            ),
            (words("Leder", "Leader"), source.unit.leaderFunction ?? words.missing),
            (words("År", "Year"), source.year.map(String.init)), (words("Status", "Status"), status),
            (words("Version", "Version"), String(source.version)), ("KLE", source.kle),
        ]
        let cells = rows.compactMap { name, value in value.map { [Line(name), Line(PlainText.line($0))] } }
        return [.table(.init(head: [], rows: cells, widths: [1, 4]))]
    }

    // MARK: Pieces

    /// A line as it is read, by the lines it was written in.
    func parts(_ item: PlanItem, _ field: PlanField) -> [String] {
        (source.text(item, field, language) ?? "").split(whereSeparator: \.isNewline).map { PlainText.line(String($0)) }
            .filter { !$0.isEmpty }
    }

    func text(_ item: PlanItem, _ field: PlanField) -> String? {
        presentText(parts(item, field).joined(separator: "; "))
    }

    func title(of item: PlanItem) -> String {
        PlanSection.section(item.head.section).fields.first.flatMap { text(item, $0) } ?? words.untitled
    }

    /// "**Label:** text" for each line that says something, without the first and those told elsewhere.
    func lines(_ item: PlanItem, without told: Set<String> = []) -> [Line] {
        fields(item, without: told).compactMap { field in
            text(item, field).map { Line.strong(field.label.in(language) + ":") + " " + $0 }
        }
    }

    /// The same, with what was written in several lines below each other.
    func facts(_ item: PlanItem, without told: Set<String> = []) -> [Block.Item] {
        fields(item, without: told).compactMap { field in
            let parts = parts(item, field)
            guard let first = parts.first else { return nil }
            let label = Line.strong(field.label.in(language) + ":")
            return parts.count == 1 ? .init(label + " " + first) : .init(label, details: parts.map { Line($0) })
        }
    }

    private func fields(_ item: PlanItem, without told: Set<String>) -> [PlanField] {
        // Which kind of goal another system takes it for is of no use here.
        PlanSection.section(item.head.section).fields.dropFirst().filter {
            !told.contains($0.id) && ($0.kind != .choice || $0.isAsked(in: plan.profile))
        }
    }

    func bullets(_ items: [Block.Item]) -> [Block] {
        items.isEmpty ? [] : [.bullets(items)]
    }

    /// A table of a section's items, with the columns that somebody has written in.
    func table(_ items: [PlanItem], without told: Set<String> = []) -> [Block] {
        guard let first = items.first else { return [] }
        let fields = PlanSection.section(first.head.section).fields.filter { field in
            !told.contains(field.id) && items.contains { text($0, field) != nil }
        }
        guard !fields.isEmpty else { return [] }
        let rows = items.map { item in fields.map { Line(text(item, $0) ?? "") } }
        return [
            .table(
                .init(
                    head: fields.map { $0.label.in(language) }, rows: rows,
                    widths: fields.map { $0.kind == .longText ? 5 : 3 }))
        ]
    }
}
