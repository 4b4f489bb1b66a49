package import Planning

/// A session's outcome as rows, one for each answer or row of an answer.
package enum OutcomeSheet {
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
