package import Foundation
package import Planning

/// A session's outcome, for every format.
package struct OutcomeExport: Exportable {
    /// As built from the week's reading; the export adds nothing to it.
    package let outcome: SessionOutcome
    package let language: Language
    /// The moment of the export, in milliseconds since 1970: outcomes are not stored.
    package let revised: Int64

    /// - Parameter language: of labels; the answers stand in the language they were written in.
    package init(_ outcome: SessionOutcome, language: Language, revised: Int64) {
        self.outcome = outcome
        self.language = language
        self.revised = revised
    }

    /// With the day, since a citizen group meets more than once.
    package var fileName: String {
        FileName.make(["udbytte", outcome.date?.iso ?? "", outcome.title])
    }

    /// By the session's own title.
    package var calendarName: (shown: String, scope: String) {
        (outcome.title, "\(outcome.weekId).\(outcome.sessionId)")
    }

    /// One calendar for each session of the week.
    package var calendarMemory: CalendarMemory? {
        CalendarMemory(weekID: outcome.weekId, name: "session:\(outcome.sessionId)")
    }

    /// The published schema's document (`session-outcome`).
    package func json() throws -> Data { try outcome.jsonData() }
    /// As it is printed and handed round.
    package func document() -> ExportDocument { OutcomeComposer.compose(outcome, language: language) }
    /// One row for each answer.
    package func sheet() -> Spreadsheet { OutcomeSheet.make(outcome, language: language) }
    /// The session and the days that were agreed in it.
    package func events(in language: Language) -> [CalendarEvent] { OutcomeCalendar.make(outcome, language: language) }
}

/// A session's outcome as rows, one for each answer or row of an answer.
package enum OutcomeSheet {
    /// A cell of a row has a line of its own, with the row's number: columns differ from field to field.
    package static func make(_ outcome: SessionOutcome, language: Language = .danish) -> Spreadsheet {
        let words = ExportWords(language: language)
        let head = [
            words("Session", "Session"), words("Dato", "Date"), words("Aftale", "Agreement"), words("Niveau", "Level"),
            words("Afsnit", "Section"), words("Felt", "Field"), words("Kolonne", "Column"), words("Række", "Row"),
            words("Svar", "Answer"),
        ]
        let session = [outcome.title, outcome.date?.iso ?? ""]
        var rows: [[String]] = []
        for model in outcome.models {
            let place = session + [model.title, model.level.name.in(language)]
            rows += model.answers.flatMap { self.rows(of: $0, language) }.map { place + $0 }
            rows += confirmations(of: model, words).map { place + $0 }
        }
        for item in outcome.parkedItems {
            rows.append(
                session
                    + ["", "", words("Parkeret", "Parked"), item.owner ?? "", item.due?.iso ?? "", "", item.text])
        }
        return Spreadsheet(head: head, rows: rows)
    }

    /// Section, field, column, row, answer.
    private static func rows(of answer: SessionOutcome.Answer, _ language: Language) -> [[String]] {
        let place = [answer.section.in(language), answer.label.in(language)]
        var rows: [[String]] = []
        if let text = answer.text { rows.append(place + ["", "", text.in(language)]) }
        for (index, row) in answer.rows.enumerated() {
            for cell in row {
                rows.append(place + [cell.label.in(language), String(index + 1), cell.text.in(language)])
            }
        }
        return rows
    }

    /// In the same columns as answers, so that one can filter by party.
    private static func confirmations(of model: SessionOutcome.Model, _ words: ExportWords) -> [[String]] {
        model.confirmations.map { confirmation in
            let who = [presentText(confirmation.function), confirmation.party.name].compactMap(\.self)
            let promise = [confirmation.give, confirmation.need].compactMap(presentText).joined(separator: " / ")
            return [
                words("Bekræftelse", "Confirmation"), who.joined(separator: ", "), confirmation.on.iso, "", promise,
            ]
        }
    }
}

/// The session itself, and the days that were agreed there.
package enum OutcomeCalendar {
    /// In no particular order: calendars sort for themselves.
    package static func make(_ outcome: SessionOutcome, language: Language = .danish) -> [CalendarEvent] {
        let words = ExportWords(language: language)
        return [meeting(outcome, words)].compactMap(\.self) + agreed(outcome, words) + parked(outcome, words)
    }

    /// The session itself: with its hours where both are known and in order, else as a whole day.
    private static func meeting(_ outcome: SessionOutcome, _ words: ExportWords) -> CalendarEvent? {
        guard let date = outcome.date else { return nil }
        var hours: CalendarEvent.Hours?
        if let start = outcome.startsAt.flatMap({ ClockTime($0) }), let end = outcome.endsAt.flatMap({ ClockTime($0) }),
            start < end
        {
            hours = .init(start: start, end: end)
        }
        return CalendarEvent(
            key: "session", summary: outcome.title, description: outcome.citizenGroup ?? "",
            category: words("Session", "Session"), date: date, hours: hours)
    }

    /// Each day that an answer names. Its identity is the row's, not its words' nor its day's, so that a calendar moves
    /// it when it moves.
    private static func agreed(_ outcome: SessionOutcome, _ words: ExportWords) -> [CalendarEvent] {
        let all = outcome.models.flatMap { model in model.dates.map { (model, $0) } }
        let keys = StableKey.distinct(all.map { "\($0.id)|\($1.id)" })
        return zip(all, keys).map { entry, key in
            let (model, named) = entry
            let label = named.label.in(words.language)
            return CalendarEvent(
                key: key, summary: [label, presentText(named.text)].compactMap(\.self).joined(separator: ": "),
                description: presentText(model.title) ?? words.untitled, category: label, date: named.date,
                hours: nil)
        }
    }

    /// What was parked with a date, under its owner.
    private static func parked(_ outcome: SessionOutcome, _ words: ExportWords) -> [CalendarEvent] {
        let items = outcome.parkedItems.filter { $0.due != nil }
        let keys = StableKey.distinct(items.map { "parked|\($0.id)" })
        return zip(items, keys).compactMap { item, key in
            item.due.map { date in
                let kind = TimelineKind.parkedItem.label.in(words.language)
                return CalendarEvent(
                    key: key, summary: "\(kind): \(item.text)", description: item.owner ?? "", category: kind,
                    date: date, hours: nil)
            }
        }
    }
}
