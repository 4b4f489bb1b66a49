package import Foundation
package import Planning

/// A goal-plan draft, for every format.
package struct DraftExport: Exportable {
    package let draft: GoalPlanDraft
    package let language: Language
    package let revised: Int64

    package init(_ draft: GoalPlanDraft, language: Language, revised: Int64) {
        self.draft = draft
        self.language = language
        self.revised = revised
    }

    package var fileName: String {
        FileName.make(["maalplan-udkast", draft.year.map(String.init) ?? "", draft.unit.name])
    }

    package var calendarName: (shown: String, scope: String) {
        let name = language == .danish ? "Målplan" : "Goal plan"
        return ("\(name) – \(draft.unit.name)", "\(draft.weekId).\(draft.unit.id)")
    }

    package func json() throws -> Data { try draft.jsonData() }
    package func document() -> ExportDocument { DraftComposer.compose(draft, language: language) }
    package func sheet() -> Spreadsheet { DraftSheet.make(draft, language: language) }
    package func events() -> [CalendarEvent] { DraftCalendar.make(draft, language: language) }
}
