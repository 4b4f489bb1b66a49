package import Foundation
package import Planning

/// A unit's annual report, for every format. Its calendar is the year's follow-ups.
package struct AnnualReportExport: Exportable {
    /// The plan that the report is of.
    package let source: PlanSource
    package let report: AnnualReport
    package let language: Language
    /// When the plan was changed last, in milliseconds since 1970.
    package let revised: Int64

    /// - Parameter source: gives the unit, its KLE number and what references mean.
    package init(_ report: AnnualReport, of source: PlanSource, language: Language, revised: Int64) {
        self.source = source
        self.report = report
        self.language = language
        self.revised = revised
    }

    /// With the year first: reports are filed by it.
    package var fileName: String {
        FileName.make(["aarsberetning", String(report.year), source.unit.name])
    }

    /// In the same scope as the plan's calendar, so that a follow-up that is in both is one event.
    package var calendarName: (shown: String, scope: String) {
        let name = language == .danish ? "Årsberetning" : "Annual report"
        return ("\(name) \(report.year) – \(source.unit.name)", "\(source.plan.weekId).\(source.unit.id).plan")
    }

    /// With the unit beside the report, which alone does not name it.
    package func json() throws -> Data {
        try CanonicalJSON.encode(
            Content(unitId: source.unit.id, unitName: source.unit.name, report: report), pretty: true)
    }

    /// For the council: no line says who wrote it.
    package func document() -> ExportDocument {
        AnnualReportComposer.compose(report, of: source, language: language)
    }

    /// One row for each thing in the report.
    package func sheet() -> Spreadsheet { AnnualReportSheet.make(report, of: source, language: language) }

    /// None: its events are the plan's, and so the plan's calendar says what of them changed.
    package var calendarMemory: CalendarMemory? { nil }

    /// The same events as in the plan's calendar, of this year alone.
    package func events(in language: Language) -> [CalendarEvent] {
        report.followUps.map { PlanCalendar.event($0, unit: source.unit.name, language) }
    }

    /// What its JSON holds.
    private struct Content: Encodable {
        let unitId, unitName: String
        let report: AnnualReport
    }
}

/// An annual report as rows, one for each thing that it tells.
private enum AnnualReportSheet {
    static func make(_ report: AnnualReport, of source: PlanSource, language: Language) -> Spreadsheet {
        let words = ExportWords(language: language)
        let head = [
            words("Enhed", "Unit"), words("År", "Year"), words("Del", "Part"), words("Mål", "Goal"),
            words("Tekst", "Text"), words("Dato", "Date"), words("Resultat", "Result"), words("Bemærkning", "Remark"),
        ]
        let whose = [source.unit.name, String(report.year)]
        let rows: [[String]] =
            report.goals.flatMap { goal($0, words) }
            + report.status.map {
                [
                    words("Status", "Status"), "", $0.objective, $0.date?.iso ?? "",
                    $0.state?.in(language) ?? "", $0.text ?? "",
                ]
            }
            + report.followUps.map {
                [
                    words("Opfølgning", "Follow-up"), "", $0.title.in(language), $0.date.iso,
                    $0.doneOn.map { words("holdt \($0.iso)", "held \($0.iso)") } ?? words("ikke holdt", "not held"),
                    $0.outcome ?? "",
                ]
            }
            + report.frames.map {
                [
                    words("Ramme", "Frame"), "", $0.title, "", $0.amount ?? "",
                    [$0.kind?.in(language), $0.remark].compactMap(\.self).joined(separator: "; "),
                ]
            }
        return Spreadsheet(head: head, rows: rows.map { whose + $0 })
    }

    /// A row for the goal, then one for each thing that was tried, evaluated, seen or reached.
    private static func goal(_ goal: GoalAccount, _ words: ExportWords) -> [[String]] {
        var rows = [
            [words("Mål", "Goal"), goal.text, goal.desired ?? "", goal.deadline?.iso ?? "", "", goal.current ?? ""]
        ]
        for action in goal.trialActions {
            rows.append(
                [
                    words("Prøvehandling", "Trial action"), goal.text, action.title, action.end?.iso ?? "", "", "",
                ])
            rows += action.evaluations.map {
                [
                    words("Evaluering", "Evaluation"), goal.text, $0.effect ?? action.title, $0.date?.iso ?? "",
                    $0.decision?.in(words.language) ?? "", $0.learned ?? "",
                ]
            }
        }
        for sign in goal.signs {
            let course = [sign.baseline?.text, sign.target?.text].map { $0 ?? words.missing }.joined(separator: " → ")
            rows.append([words("Tegn", "Sign"), goal.text, sign.title, "", "", course])
            rows += sign.observations.map {
                [
                    words("Tegn, set undervejs", "Sign as observed"), goal.text, sign.title, $0.date?.iso ?? "",
                    $0.text, $0.remark ?? "",
                ]
            }
        }
        rows += goal.milestones.map {
            [words("Milepæl", "Milestone"), goal.text, $0.text, $0.due?.iso ?? "", "", $0.evidence ?? ""]
        }
        return rows
    }
}
