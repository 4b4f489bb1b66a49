package import Foundation
package import Planning

/// A goal-plan draft, for every format.
package struct DraftExport: Exportable {
    package let draft: GoalPlanDraft
    package let language: Language
    package let revised: Int64
    /// All of the draft as a plan of a governance system; nil for the goal plan, which has a document of its own.
    private let arranged: PlanSource?

    package init(_ draft: GoalPlanDraft, language: Language, revised: Int64) {
        self.draft = draft
        arranged = nil
        self.language = language
        self.revised = revised
    }

    /// As another governance system has it.
    ///
    /// - Parameter week: the week of the draft.
    package init(
        _ draft: GoalPlanDraft, in week: Week, by profile: Profile, language: Language, revised: Int64
    ) throws {
        self.draft = draft.arranged(by: profile)
        arranged = profile == .maalplan ? nil : try Self.plan(draft, in: week, by: profile)
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

    package var calendarMemory: CalendarMemory? {
        CalendarMemory(weekID: draft.weekId, name: "draft:\(draft.unit.id)")
    }

    package func json() throws -> Data { try draft.jsonData() }
    package func document() -> ExportDocument {
        arranged.map { PlanComposer.compose($0, asDraft: true, language: language) }
            ?? DraftComposer.compose(draft, language: language)
    }

    package func sheet() -> Spreadsheet { DraftSheet.make(draft, language: language) }
    package func events(in language: Language) -> [CalendarEvent] { DraftCalendar.make(draft, language: language) }

    private static func plan(_ draft: GoalPlanDraft, in week: Week, by profile: Profile) throws -> PlanSource? {
        var plan = GoalPlan(weekId: draft.weekId, unitId: draft.unit.id)
        plan = plan.applying(try plan.importing(draft, PlanSection.ID.allCases.map { .init(section: $0, .take) })).plan
        plan.profile = profile
        return PlanSource(plan, in: week)
    }
}

/// The days of a goal-plan draft.
package enum DraftCalendar {
    package static func make(_ draft: GoalPlanDraft, language: Language = .danish) -> [CalendarEvent] {
        let keys = StableKey.distinct(draft.timeline.map { $0.id ?? "\($0.kind.rawValue)|\($0.text.da)" })
        return zip(draft.timeline, keys).map { entry, key in
            let kind = entry.kind.label.in(language)
            return CalendarEvent(
                key: key, summary: "\(kind): \(entry.text.in(language))",
                description: [entry.modelTitle, draft.unit.name].compactMap(presentText).joined(separator: " – "),
                category: kind, date: entry.date, hours: nil)
        }
    }
}
