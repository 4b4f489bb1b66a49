package import Foundation
package import Planning

/// A unit's goal plan, for every format.
package struct PlanExport: Exportable {
    package let source: PlanSource
    package let language: Language
    package let revised: Int64
    /// Whether it is the plan as it is now, and not a version of it.
    private let isNow: Bool

    package init(_ source: PlanSource, language: Language, revised: Int64, isNow: Bool = true) {
        self.source = source
        self.isNow = isNow
        self.language = language
        self.revised = revised
    }

    package var fileName: String {
        FileName.make(["maalplan", source.year.map(String.init) ?? "", source.unit.name])
    }

    package var calendarName: (shown: String, scope: String) {
        let name = language == .danish ? "Målplan" : "Goal plan"
        return ("\(name) – \(source.unit.name)", "\(source.plan.weekId).\(source.unit.id).plan")
    }

    package var calendarMemory: CalendarMemory? {
        isNow ? CalendarMemory(weekID: source.plan.weekId, name: "plan:\(source.unit.id)") : nil
    }

    /// The plan as it is kept, with whose it is: a leader can bring the file to another plan.
    package func json() throws -> Data {
        try CanonicalJSON.encode(PlanFileContent(source), pretty: true)
    }

    package func document() -> ExportDocument {
        source.plan.profile == .maalplan
            ? PlanComposer.compose(source, language: language)
            : PlanComposer.compose(source, asDraft: false, language: language)
    }

    package func sheet() -> Spreadsheet { PlanSheet.make(source, language: language) }
    package func events(in language: Language) -> [CalendarEvent] { PlanCalendar.make(source, language: language) }
}

/// What a plan's JSON file holds.
private struct PlanFileContent: Encodable {
    struct Unit: Encodable {
        let id, name: String
        let department, leaderFunction, kle: String?
    }

    let formatVersion = GoalPlan.formatVersion
    let unit: Unit
    let year: Int?
    let weekTitle: String
    let isExample: Bool
    let names: [String: String]
    let plan: GoalPlan

    init(_ source: PlanSource) {
        unit = Unit(
            id: source.unit.id, name: source.unit.name, department: source.unit.department,
            leaderFunction: source.unit.leaderFunction, kle: source.kle)
        year = source.year
        weekTitle = source.weekTitle
        isExample = source.isExample
        names = source.names
        plan = source.plan
    }
}
