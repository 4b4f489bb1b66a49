package import Foundation
package import Planning

/// A goal-plan draft, for every format. In the goal plan's own arrangement, or in that of another governance system.
package struct DraftExport: Exportable {
    /// As made; nothing of it is read from the week again.
    package let draft: GoalPlanDraft
    package let language: Language
    /// When the draft came to say this, in milliseconds since 1970.
    package let revised: Int64
    /// All of the draft as a plan of a governance system; nil for the goal plan, which has a document of its own.
    private let arranged: PlanSource?

    /// As the goal plan has it.
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

    /// With the unit's name: a leader of several units keeps several.
    package var fileName: String {
        FileName.make(["maalplan-udkast", draft.year.map(String.init) ?? "", draft.unit.name])
    }

    /// The scope makes events unique over all weeks and units of a server.
    package var calendarName: (shown: String, scope: String) {
        let name = language == .danish ? "Målplan" : "Goal plan"
        return ("\(name) – \(draft.unit.name)", "\(draft.weekId).\(draft.unit.id)")
    }

    /// Kept apart from the plan's calendar: the same day may stand in both, as two events.
    package var calendarMemory: CalendarMemory? {
        CalendarMemory(weekID: draft.weekId, name: "draft:\(draft.unit.id)")
    }

    /// The published schema's document (`goal-plan-draft`), pretty, since people open it too.
    package func json() throws -> Data { try draft.jsonData() }
    /// Composed anew at each call; the caller asks once.
    package func document() -> ExportDocument {
        arranged.map { PlanComposer.compose($0, asDraft: true, language: language) }
            ?? DraftComposer.compose(draft, language: language)
    }

    /// One row for each thing of the draft.
    package func sheet() -> Spreadsheet { DraftSheet.make(draft, language: language) }
    /// The draft's timeline.
    package func events(in language: Language) -> [CalendarEvent] { DraftCalendar.make(draft, language: language) }

    /// Every offer of the draft, taken: a plan that nobody has stored, only to be arranged.
    private static func plan(_ draft: GoalPlanDraft, in week: Week, by profile: Profile) throws -> PlanSource? {
        var plan = GoalPlan(weekId: draft.weekId, unitId: draft.unit.id)
        plan = plan.applying(try plan.importing(draft, PlanSection.ID.allCases.map { .init(section: $0, .take) })).plan
        plan.profile = profile
        return PlanSource(plan, in: week)
    }
}

/// The days of a goal-plan draft.
package enum DraftCalendar {
    /// Keys come from ids where there are any: words may change without the event becoming another.
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
