package import Foundation
package import Planning

/// A session's outcome, for every format.
package struct OutcomeExport: Exportable {
    package let outcome: SessionOutcome
    package let language: Language
    package let revised: Int64

    package init(_ outcome: SessionOutcome, language: Language, revised: Int64) {
        self.outcome = outcome
        self.language = language
        self.revised = revised
    }

    package var fileName: String {
        FileName.make(["udbytte", outcome.date?.iso ?? "", outcome.title])
    }

    package var calendarName: (shown: String, scope: String) {
        (outcome.title, "\(outcome.weekId).\(outcome.sessionId)")
    }

    package var calendarMemory: CalendarMemory? {
        CalendarMemory(weekID: outcome.weekId, name: "session:\(outcome.sessionId)")
    }

    package func json() throws -> Data { try outcome.jsonData() }
    package func document() -> ExportDocument { OutcomeComposer.compose(outcome, language: language) }
    package func sheet() -> Spreadsheet { OutcomeSheet.make(outcome, language: language) }
    package func events(in language: Language) -> [CalendarEvent] { OutcomeCalendar.make(outcome, language: language) }
}
