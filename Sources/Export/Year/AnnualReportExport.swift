package import Foundation
package import Planning

/// A unit's annual report, for every format. Its calendar is the year's follow-ups.
package struct AnnualReportExport: Exportable {
    package let source: PlanSource
    package let report: AnnualReport
    package let language: Language
    package let revised: Int64

    package init(_ report: AnnualReport, of source: PlanSource, language: Language, revised: Int64) {
        self.source = source
        self.report = report
        self.language = language
        self.revised = revised
    }

    package var fileName: String {
        FileName.make(["aarsberetning", String(report.year), source.unit.name])
    }

    package var calendarName: (shown: String, scope: String) {
        let name = language == .danish ? "Årsberetning" : "Annual report"
        return ("\(name) \(report.year) – \(source.unit.name)", "\(source.plan.weekId).\(source.unit.id).plan")
    }

    package func json() throws -> Data {
        try CanonicalJSON.encode(
            Content(unitId: source.unit.id, unitName: source.unit.name, report: report), pretty: true)
    }

    package func document() -> ExportDocument {
        AnnualReportComposer.compose(report, of: source, language: language)
    }

    package func sheet() -> Spreadsheet { AnnualReportSheet.make(report, of: source, language: language) }

    package var calendarMemory: CalendarMemory? { nil }

    package func events(in language: Language) -> [CalendarEvent] {
        report.followUps.map { PlanCalendar.event($0, unit: source.unit.name, language) }
    }

    /// What its JSON holds.
    private struct Content: Encodable {
        let unitId, unitName: String
        let report: AnnualReport
    }
}
