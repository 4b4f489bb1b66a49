import Planning

/// Composes a unit's annual report: did we reach it? Pure; everything the report holds is in the document.
struct AnnualReportComposer: Sendable {
    private let report: AnnualReport
    private let source: PlanSource
    private let words: ExportWords

    /// What was reached first, then goal by goal how, then frames and follow-ups.
    static func compose(_ report: AnnualReport, of source: PlanSource, language: Language) -> ExportDocument {
        let composer = AnnualReportComposer(
            report: report, source: source, words: ExportWords(language: language))
        return ExportDocument(
            title: composer.title, language: language,
            pageHead: [source.unit.name, composer.name, source.kle.map { "KLE \($0)" } ?? ""],
            blocks: composer.blocks)
    }

    /// The year is the report's and not the week's.
    private var name: String { words("Årsberetning \(report.year)", "Annual report \(report.year)") }
    private var title: String { "\(name) – \(PlainText.line(source.unit.name))" }

    /// What was reached comes before how: readers of many reports read the first page.
    @BlockBuilder private var blocks: [Block] {
        Block.heading(1, Line(title))
        if let notice = source.notice { Block.notice(Line(PlainText.line(notice))) }
        facts
        Block.heading(2, Line(words("Det nåede vi", "What we reached")))
        summary
        status
        Block.heading(2, Line(words("Mål for mål", "Goal by goal")))
        if report.goals.isEmpty {
            Block.paragraph(Line.emphasis(words("Planen har ingen mål.", "The plan has no goals.")))
        }
        report.goals.enumerated().flatMap { goal($0.element, number: $0.offset + 1) }
        frames
        followUps
        signatures
    }

    /// Whose report it is, in which governance system.
    private var facts: Block {
        let rows: [(String, String?)] = [
            (
                words("Enhed", "Unit"),
                [source.unit.name, source.unit.department].compactMap(presentText).joined(separator: ", ")
            ),
            (words("Leder", "Leader"), source.unit.leaderFunction ?? words.missing),
            (words("År", "Year"), String(report.year)),
            (words("Aftale", "Agreement"), PlanProfile.profile(source.plan.profile).title.in(words.language)),
            ("KLE", source.kle),
        ]
        let cells = rows.compactMap { name, value in value.map { [Line(name), Line(PlainText.line($0))] } }
        return .table(.init(head: [], rows: cells, widths: [1, 4]))
    }

    /// The one thing the leader writes; that it is not written yet is said.
    private var summary: [Block] {
        let lines = (report.summary ?? "").split(whereSeparator: \.isNewline).map { PlainText.line(String($0)) }
        guard !lines.isEmpty else {
            return [
                .paragraph(
                    Line.emphasis(words("Lederen har ikke skrevet det endnu.", "The leader has not written it yet.")))
            ]
        }
        return lines.map { .paragraph(Line($0)) }
    }

    /// How far each objective is, as the leader wrote it for the council.
    @BlockBuilder private var status: [Block] {
        if !report.status.isEmpty {
            Block.lead(Line.strong(words("Målsætninger", "Objectives")))
            table(
                [words("Målsætning", "Objective"), words("Hvor langt", "How far"), words("Status", "Status")],
                report.status.map { [$0.objective, $0.state?.in(words.language) ?? "", $0.text ?? ""] },
                widths: [4, 2, 4])
        }
    }

    /// What the goal was, what was tried for it, what was seen, and what was reached by when.
    @BlockBuilder private func goal(_ goal: GoalAccount, number: Int) -> [Block] {
        Block.heading(3, Line("\(number). \(PlainText.line(goal.text))"))
        let facts = [
            words.labelled("Målsætning", "Objective", presentText(goal.objectives.joined(separator: " / "))),
            words.labelled("Hvor vi var", "Where we were", goal.current),
            words.labelled("Hvor vi ville hen", "Where we wanted to be", goal.desired),
            words.labelled("Frist", "Deadline", goal.deadline.map(words.date)),
        ].compactMap(\.self)
        if !facts.isEmpty { Block.bullets(facts.map { .init($0) }) }
        actions(goal.trialActions)
        signs(goal.signs)
        if !goal.milestones.isEmpty {
            Block.lead(Line.strong(words("Milepæle i året", "Milestones of the year")))
            table(
                [words("Milepæl", "Milestone"), words("Dato", "Date"), words("Dokumentation", "Documentation")],
                goal.milestones.map { [$0.text, $0.due.map(words.date) ?? "", $0.evidence ?? ""] }, widths: [4, 2, 3])
        }
    }

    /// Nothing where nothing was tried: the goal's own gap is in the plan.
    @BlockBuilder private func actions(_ actions: [GoalAccount.TrialAction]) -> [Block] {
        if !actions.isEmpty {
            Block.lead(Line.strong(words("Det prøvede vi", "What we tried")))
            Block.bullets(actions.map(action))
        }
    }

    /// That nobody evaluated an action is told as well: it is what the next year begins with.
    private func action(_ action: GoalAccount.TrialAction) -> Block.Item {
        let period = words.period(action.start, action.end).map { " (\($0))" } ?? ""
        let title = Line.strong(PlainText.line(action.title)) + period
        guard !action.evaluations.isEmpty else {
            return .init(title, details: [Line.emphasis(words("Ikke evalueret i året.", "Not evaluated in the year."))])
        }
        return .init(title, details: action.evaluations.flatMap(evaluation))
    }

    /// Line by line, in the words of the form.
    private func evaluation(_ evaluation: GoalAccount.Evaluation) -> [Line] {
        [
            words.labelled("Evalueret", "Evaluated", evaluation.date.map(words.date)),
            words.labelled("Virkning og værdi for borgerne", "Effect and value for citizens", evaluation.effect),
            words.labelled("Beslutning", "Decision", evaluation.decision?.in(words.language)),
            words.labelled("Det lærte vi", "What we learned", evaluation.learned),
        ].compactMap(\.self)
    }

    /// From the starting point to the expectation, with what was observed between.
    @BlockBuilder private func signs(_ signs: [SignSeries]) -> [Block] {
        if !signs.isEmpty {
            Block.lead(Line.strong(words("Tegn", "Signs")))
            table(
                [
                    words("Tegn", "Sign"), words("Udgangspunkt", "Starting point"), words("Det så vi", "What we saw"),
                    words("Forventning", "Expectation"),
                ],
                signs.map { sign in
                    [
                        sign.title, sign.baseline?.text ?? words.missing,
                        sign.observations.map(seen).joined(separator: "; "), sign.target?.text ?? "",
                    ]
                }, widths: [4, 3, 4, 3])
        }
    }

    /// What was seen on a day; a day that nobody wrote is left out.
    private func seen(_ point: SignSeries.Point) -> String {
        let text = [presentText(point.text), presentText(point.remark)].compactMap(\.self).joined(separator: ", ")
        return point.date.map { "\(words.date($0)): \(text)" } ?? text
    }

    /// What the agreement was given to do it with.
    @BlockBuilder private var frames: [Block] {
        if !report.frames.isEmpty {
            Block.heading(2, Line(PlanSection.section(.frames).title.in(words.language)))
            table(
                [
                    words("Ramme", "Frame"), words("Type", "Kind"), words("Beløb i kr.", "Amount in DKK"),
                    words("Bemærkning", "Remark"),
                ],
                report.frames.map { [$0.title, $0.kind?.in(words.language) ?? "", $0.amount ?? "", $0.remark ?? ""] },
                widths: [4, 2, 2, 4])
        }
    }

    /// Those that were due in the year, held or not.
    @BlockBuilder private var followUps: [Block] {
        if !report.followUps.isEmpty {
            Block.heading(2, Line(words("Opfølgninger i året", "The year’s follow-ups")))
            table(
                [
                    words("Dato", "Date"), words("Opfølgning", "Follow-up"), words("Holdt", "Held"),
                    words("Det kom vi frem til", "What came of it"),
                ],
                report.followUps.map {
                    [
                        words.date($0.date), $0.title.in(words.language),
                        $0.doneOn.map(words.date) ?? words("ikke holdt", "not held"), $0.outcome ?? "",
                    ]
                }, widths: [2, 4, 2, 4])
        }
    }

    /// A place to sign; nobody has to.
    @BlockBuilder private var signatures: [Block] {
        let leader = source.unit.leaderFunction.map(PlainText.line) ?? words("Leder", "Leader")
        let head = [words("Funktion", "Function"), words("Dato", "Date"), words("Underskrift", "Signature")]
        Block.heading(2, Line(words("Underskrift", "Signature")))
        Block.table(.init(head: head, rows: [[Line(leader), .empty, .empty]], widths: [3, 2, 4]))
    }

    /// No table where there is nothing to tell.
    private func table(_ head: [String], _ rows: [[String]], widths: [Int]) -> [Block] {
        rows.isEmpty
            ? []
            : [
                .table(
                    .init(head: head, rows: rows.map { $0.map { Line(PlainText.line($0)) } }, widths: widths))
            ]
    }
}
