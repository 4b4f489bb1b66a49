package import Planning

/// Composes the document of a session's outcome: the questions beside the answers. Pure: the same outcome gives the
/// same document.
package struct OutcomeComposer: Sendable {
    let outcome: SessionOutcome
    let words: ExportWords

    var language: Language { words.language }

    /// For the participants: what they wrote, with the questions, and nothing about any unit's plan.
    package static func compose(_ outcome: SessionOutcome, language: Language = .danish) -> ExportDocument {
        let composer = OutcomeComposer(outcome: outcome, words: ExportWords(language: language))
        return ExportDocument(
            title: composer.title, language: language, pageHead: composer.pageHead, blocks: composer.blocks)
    }

    /// A session without a title is still a session.
    private var title: String {
        words("Udbytte", "Outcome") + ": " + (presentText(outcome.title) ?? words.untitled)
    }

    /// At the head of every page: which municipality, which session, which day.
    private var pageHead: [String] {
        [
            outcome.municipality, outcome.title, outcome.date.map(words.date) ?? "",
            outcome.kle.map { "KLE \($0)" } ?? "",
        ]
    }

    /// The text first, then the values, then what was parked: the order of the session itself.
    @BlockBuilder private var blocks: [Block] {
        Block.heading(1, Line(title))
        if let notice = outcome.notice { Block.notice(Line(text(notice))) }
        Block.table(.init(head: [], rows: facts.map { [Line($0.0), Line(text($0.1))] }, widths: [1, 4]))
        Block.heading(2, Line(words("Det, vi skrev sammen", "What we wrote together")))
        if outcome.models.isEmpty { nothing }
        outcome.models.flatMap(model)
        if let values = outcome.values {
            Block.heading(2, Line(words("Værdierne hos os", "The values here")))
            Block.table(
                .init(
                    head: [], rows: values.map { [Line(text($0.label.in(language))), Line(text($0.text))] },
                    widths: [1, 3]))
        }
        Block.heading(2, Line(words("Parkeret", "Parked")))
        if outcome.parkedItems.isEmpty { nothing }
        parked
        origin
    }

    /// Said, so that an empty part is not taken for one that was forgotten.
    private var nothing: Block {
        .paragraph(Line.emphasis(words("Ingenting.", "Nothing.")))
    }

    /// People's words on one line, without control characters.
    func text(_ text: String) -> String { PlainText.line(text) }

    // MARK: The session

    /// When, where it belongs, and who was there, by unit and function.
    private var facts: [(String, String)] {
        let times = [outcome.startsAt, outcome.endsAt].compactMap { $0.flatMap { ClockTime($0)?.words(language) } }
        let when = [outcome.date.map(words.date), times.isEmpty ? nil : times.joined(separator: "–")]
        let facts: [(String, String?)] = [
            (words("Uge", "Week"), outcome.weekTitle),
            (words("Hvornår", "When"), when.compactMap(\.self).joined(separator: ", ")),
            (words("Borgergruppe", "Citizen group"), outcome.citizenGroup),
            (words("Facilitator", "Facilitator"), outcome.facilitatorFunction),
            (words("Til stede", "Present"), attendance), ("KLE", outcome.kle),
        ]
        return facts.compactMap { name, value in presentText(value).map { (name, $0) } }
    }

    /// Never names: they are deleted, and a document is not.
    private var attendance: String {
        outcome.attendance.map { present in
            present.party.name
                + (present.functions.isEmpty ? "" : " (\(present.functions.joined(separator: ", ")))")
        }.joined(separator: "; ")
    }

    /// With the unit that takes it up, and by when.
    private var parked: [Block] {
        let items = outcome.parkedItems.map { item in
            let details = [item.owner, item.due.map(words.date)].compactMap(\.self).joined(separator: "; ")
            return Block.Item(Line(text(item.text) + (details.isEmpty ? "" : " (\(text(details)))")))
        }
        return items.isEmpty ? [] : [.bullets(items)]
    }

    /// Which models it was made from, and that it names nobody.
    private var origin: Block {
        let models = outcome.models.map { "\(text($0.id)) (\(words.level($0.level)))" }
        let from = models.isEmpty ? words("ingen aftaler", "no agreements") : models.joined(separator: ", ")
        let functions = words("Her står funktioner, ikke navne.", "Here are functions, not names.")
        let example = outcome.isExample ? words(" Eksempel.", " Example.") : ""
        return .origin(Line("\(words("Dannet af", "Made from")): \(from). \(functions)\(example)"))
    }
}

// MARK: - Models

extension OutcomeComposer {
    /// What stands by it comes before what it says, and what nobody answered comes last, so that nothing is taken for
    /// said.
    @BlockBuilder func model(_ model: SessionOutcome.Model) -> [Block] {
        Block.heading(
            3, Line("\(presentText(model.title).map(text) ?? words.untitled) – \(words.level(model.level))"))
        Block.bullets(facts(model).map { .init($0) } + goals(model))
        sections(model.answers.filter { !$0.isEmpty })
        unanswered(model.answers.filter(\.isEmpty))
    }

    /// State, confirmations, and what is missing before anybody can confirm.
    private func facts(_ model: SessionOutcome.Model) -> [Line] {
        let missing = model.missing.map { text($0.in(language)) }.joined(separator: ", ")
        return [
            words.labelled("Status", "Status", state(model.state)),
            words.labelled("Bekræftet af", "Confirmed by", confirmations(model)),
            missing.isEmpty
                ? nil
                : words.labelled("Mangler, før I kan bekræfte", "Missing before you can confirm", missing.asSentence),
        ].compactMap(\.self)
    }

    /// What the labels in the answers stand for.
    private func goals(_ model: SessionOutcome.Model) -> [Block.Item] {
        guard !model.goals.isEmpty else { return [] }
        let details = model.goals.map { goal in
            Line("\(text(goal.label)) (\(text(goal.unitName))): \(text(goal.text))")
        }
        return [.init(Line.strong(words("Bidrager til", "Contributes to") + ":"), details: details)]
    }

    /// Whole: a new state needs its words here.
    private func state(_ state: AgreementState) -> String {
        switch state {
        case .draft: words("udkast", "draft")
        case .confirmed: words("bekræftet af alle parter", "confirmed by all parties")
        case .confirmedBeforeChange: words("bekræftet før ændring", "confirmed before a change")
        }
    }

    /// The parties that confirmed it, from when, and whether it has changed since.
    private func confirmations(_ model: SessionOutcome.Model) -> String {
        guard !model.confirmations.isEmpty else { return words("ingen endnu", "nobody yet") }
        return model.confirmations.map { confirmation in
            let who = [presentText(confirmation.function), confirmation.party.name].compactMap(\.self)
            let old =
                confirmation.state == .beforeChange ? [words("bekræftet før ændring", "confirmed before a change")] : []
            let promise = [
                confirmation.give.map { words("giver: ", "gives: ") + text($0) },
                confirmation.need.map { words("har brug for: ", "needs: ") + text($0) },
            ].compactMap(\.self)
            return text(who.joined(separator: ", "))
                + " (\(([words.date(confirmation.on)] + old + promise).joined(separator: "; ")))"
        }.joined(separator: "; ")
    }

    /// The form's sections as headings; in each, its fields with what was asked and what was answered.
    private func sections(_ answers: [SessionOutcome.Answer]) -> [Block] {
        var blocks: [Block] = []
        var section: String?
        for answer in answers.sorted(by: { position($0, answers) < position($1, answers) }) {
            let heading = answer.section.in(language)
            if heading != section, !heading.isBlank { blocks.append(.heading(4, Line(text(heading)))) }
            section = heading
            blocks += self.answer(answer)
        }
        return blocks
    }

    /// The form may come back to a section; here each stands once, where it came first.
    private func position(_ answer: SessionOutcome.Answer, _ answers: [SessionOutcome.Answer]) -> (Int, Int) {
        (
            answers.firstIndex { $0.section == answer.section } ?? 0,
            answers.firstIndex { $0.fieldId == answer.fieldId } ?? 0
        )
    }

    /// The question stands beside the answer: outside of the page nobody knows what was asked.
    @BlockBuilder private func answer(_ answer: SessionOutcome.Answer) -> [Block] {
        let label = text(answer.label.in(language))
        let hidden = answer.isHiddenAtLevel ? words(" (vises ikke på niveauet)", " (not shown at this level)") : ""
        let question = text(answer.question.in(language))
        Block.lead(Line.strong(label + hidden) + (question.isEmpty ? "" : " ") + Line.emphasis(question))
        if let written = answer.text { Block.paragraph(Line(text(written.in(language)))) }
        rows(answer)
    }

    /// The labels of fields that nobody answered.
    @BlockBuilder private func unanswered(_ answers: [SessionOutcome.Answer]) -> [Block] {
        if !answers.isEmpty {
            Block.lead(Line.strong(words("Ikke udfyldt", "Not filled in")))
            Block.paragraph(Line(answers.map { text($0.label.in(language)) }.joined(separator: " · ")))
        }
    }

    /// Rows of few short columns as a table, others as a list: a table of ten columns cannot be read on paper.
    private func rows(_ answer: SessionOutcome.Answer) -> [Block] {
        var columns: [String] = []
        var heads: [String: String] = [:]
        for cell in answer.rows.joined() where heads[cell.columnId] == nil {
            columns.append(cell.columnId)
            heads[cell.columnId] = cell.label.in(language)
        }
        guard !answer.rows.isEmpty else { return [] }
        guard columns.count <= 6 else { return [.bullets(answer.rows.map(item))] }
        let rows = answer.rows.map { row in
            columns.map { column in Line(text(row.first { $0.columnId == column }?.text.in(language) ?? "")) }
        }
        return [
            .table(.init(head: columns.map { heads[$0] ?? "" }, rows: rows, widths: columns.map { _ in 1 }))
        ]
    }

    /// A row as a list: its first cell leads, the others stand below with their names.
    private func item(_ row: [GoalPlanDraft.OtherCell]) -> Block.Item {
        let told = row.map { ($0.label.in(language), text($0.text.in(language))) }
        guard let first = told.first else { return .init(.empty) }
        return .init(
            Line.strong(first.1), details: told.dropFirst().map { Line.strong(text($0.0) + ":") + " " + $0.1 })
    }
}
