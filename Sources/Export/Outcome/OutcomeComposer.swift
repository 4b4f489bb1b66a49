package import Planning

/// Composes the document of a session's outcome: the questions beside the answers. Pure.
package struct OutcomeComposer: Sendable {
    let outcome: SessionOutcome
    let words: ExportWords

    var language: Language { words.language }

    package static func compose(_ outcome: SessionOutcome, language: Language = .danish) -> ExportDocument {
        let composer = OutcomeComposer(outcome: outcome, words: ExportWords(language: language))
        return ExportDocument(
            title: composer.title, language: language, pageHead: composer.pageHead, blocks: composer.blocks)
    }

    private var title: String {
        words("Udbytte", "Outcome") + ": " + (presentText(outcome.title) ?? words.untitled)
    }

    private var pageHead: [String] {
        [
            outcome.municipality, outcome.title, outcome.date.map(words.date) ?? "",
            outcome.kle.map { "KLE \($0)" } ?? "",
        ]
    }

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

    private var nothing: Block {
        .paragraph(Line.emphasis(words("Ingenting.", "Nothing.")))
    }

    func text(_ text: String) -> String { PlainText.line(text) }

    // MARK: The session

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

    private var attendance: String {
        outcome.attendance.map { present in
            present.party.name
                + (present.functions.isEmpty ? "" : " (\(present.functions.joined(separator: ", ")))")
        }.joined(separator: "; ")
    }

    private var parked: [Block] {
        let items = outcome.parkedItems.map { item in
            let details = [item.owner, item.due.map(words.date)].compactMap(\.self).joined(separator: "; ")
            return Block.Item(Line(text(item.text) + (details.isEmpty ? "" : " (\(text(details)))")))
        }
        return items.isEmpty ? [] : [.bullets(items)]
    }

    private var origin: Block {
        let models = outcome.models.map { "\(text($0.id)) (\(words.level($0.level)))" }
        let from = models.isEmpty ? words("ingen aftaler", "no agreements") : models.joined(separator: ", ")
        let functions = words("Her står funktioner, ikke navne.", "Here are functions, not names.")
        let example = outcome.isExample ? words(" Eksempel.", " Example.") : ""
        return .origin(Line("\(words("Dannet af", "Made from")): \(from). \(functions)\(example)"))
    }
}
