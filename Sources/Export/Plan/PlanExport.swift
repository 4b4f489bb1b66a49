package import Foundation
package import Planning

/// A unit's goal plan, for every format.
package struct PlanExport: Exportable {
    /// The plan with everything that its references mean.
    package let source: PlanSource
    package let language: Language
    /// When the plan was changed last, in milliseconds since 1970.
    package let revised: Int64
    /// Whether it is the plan as it is now, and not a version of it.
    private let isNow: Bool

    /// - Parameter isNow: false for a frozen version: its calendar is not the plan's, and is not remembered.
    package init(_ source: PlanSource, language: Language, revised: Int64, isNow: Bool = true) {
        self.source = source
        self.isNow = isNow
        self.language = language
        self.revised = revised
    }

    /// With year and unit.
    package var fileName: String {
        FileName.make(["maalplan", source.year.map(String.init) ?? "", source.unit.name])
    }

    /// The same scope as the annual report's, so that a follow-up in both is one event.
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

    /// By the plan's governance system.
    package func document() -> ExportDocument {
        source.plan.profile == .maalplan
            ? PlanComposer.compose(source, language: language)
            : PlanComposer.compose(source, asDraft: false, language: language)
    }

    /// Lines that can be imported again.
    package func sheet() -> Spreadsheet { PlanSheet.make(source, language: language) }
    /// Dates of lines, and follow-ups.
    package func events(in language: Language) -> [CalendarEvent] { PlanCalendar.make(source, language: language) }
}

/// What a plan's JSON file holds.
private struct PlanFileContent: Encodable {
    /// Whose plan it is.
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

/// A unit's goal plan with what it takes to read it outside the server: whose it is, and what its references mean.
package struct PlanSource: Sendable, Hashable {
    /// As stored, or as a version froze it.
    package let plan: GoalPlan
    /// As the week has it now: its name may have changed since.
    package let unit: Week.Unit
    package let year: Int?
    package let weekTitle: String
    package let isExample: Bool
    /// What has to be read before the rest, such as that everything is invented.
    package let notice: String?
    /// What documents about it are filed under; nil where nobody said.
    package let kle: String?
    /// What references mean that are not items of the plan, such as other units' goals.
    package let names: [String: String]
    /// What is to be followed up for the plan; none where the week has no year.
    package let followUps: [FollowUp]

    /// Nil when the week has no such unit.
    package init?(_ plan: GoalPlan, in week: Week) {
        guard let unit = week.unit(plan.unitId) else { return nil }
        self.plan = plan
        self.unit = unit
        year = week.year
        weekTitle = week.title
        isExample = week.isExample
        notice = week.notice
        kle = unit.kle ?? week.municipality.kle
        names = week.referenceNames
        followUps = year.map { plan.followUps(ofPlanYear: $0, calendar: FollowUpCalendar(week)) } ?? []
    }

    /// The version being read: the finished one, or the one that is worked on.
    package var version: Int { plan.isFinished ? plan.version : plan.version + 1 }

    /// What the plan's references of a line mean, in their order; what is nowhere any more is left out.
    package func meanings(of item: PlanItem, _ field: String) -> [String] {
        item.references(field).compactMap { plan.item(reference: $0)?.title ?? names[$0] }
    }

    /// A line as it is read: dates and references in words. Nil when it is blank.
    func text(_ item: PlanItem, _ field: PlanField, _ language: Language) -> String? {
        guard let text = item.text(field.id) else { return nil }
        return switch field.kind {
        case .date: CalendarDate(text)?.words(language) ?? text
        case .references: presentText(meanings(of: item, field.id).joined(separator: "; "))
        case .choice: field.words(text).in(language)
        case .text, .longText, .amount: text
        }
    }
}

/// A goal plan as rows, one for each line of it. The columns `afsnit`, `punkt`, `felt` and `tekst` are those that a
/// plan is brought in by, so that a sheet can be filled in elsewhere and come back; the others are for reading.
package enum PlanSheet {
    /// One row for each line that says something; `isBroughtAgain` keeps cells as an import reads them.
    package static func make(_ source: PlanSource, language: Language = .danish) -> Spreadsheet {
        let words = ExportWords(language: language)
        let head = [
            words("Enhed", "Unit"), words("År", "Year"), words("Version", "Version"), words("Del", "Part"),
            words("Linje", "Line"), words("Tekst", "Text"), words("Henviser til", "Refers to"),
            words("Oprindelse", "Origin"), words("Aftale", "Agreement"), words("Afsnit", "Section"),
            words("Punkt", "Item"), words("Felt", "Field"),
        ]
        let whose = [source.unit.name, source.year.map(String.init) ?? "", String(source.version)]
        var rows: [[String]] = []
        for section in PlanSection.all {
            for item in source.plan.items(in: section.id) {
                for field in section.fields {
                    guard let value = item.values[field.id], let text = presentText(value.text) else { continue }
                    let meaning = field.kind == .references ? source.meanings(of: item, field.id) : []
                    let place = [section.title.in(language), field.label.in(language), text]
                    let told = [
                        meaning.joined(separator: "; "), origin(value.origin, words),
                        value.origin.models.map(\.title).joined(separator: "; "),
                    ]
                    rows.append(whose + place + told + [section.id.rawValue, item.id, field.id])
                }
            }
        }
        return Spreadsheet(head: head, rows: rows, isBroughtAgain: true)
    }

    /// Where a line comes from; whole, so that a new origin needs its words.
    private static func origin(_ origin: PlanOrigin, _ words: ExportWords) -> String {
        switch origin.kind {
        case .leader: words("skrevet af leder", "written by the leader")
        case .source: words("fra ugen", "from the week") + version(origin, words)
        case .file: words("fra en fil", "from a file")
        case .carriedOver: words("ført over fra en tidligere plan", "carried over from an earlier plan")
        case .common: words("fælles for alle enheder", "common to all units")
        }
    }

    private static func version(_ origin: PlanOrigin, _ words: ExportWords) -> String {
        origin.version.map { words(", udkast \($0)", ", draft \($0)") } ?? ""
    }
}

/// The days of a goal plan: every line that is a date, and its follow-ups, of which a calendar reminds.
package enum PlanCalendar {
    /// By date; a follow-up that was written down is one event and not two.
    package static func make(_ source: PlanSource, language: Language = .danish) -> [CalendarEvent] {
        let followUps = source.followUps.map { event($0, unit: source.unit.name, language) }
        let told = Set(source.followUps.map(\.id))
        let lines = PlanSection.all.flatMap { section in
            source.plan.items(in: section.id).filter { !told.contains($0.id) }.flatMap { item in
                section.fields.filter { $0.kind == .date }.compactMap { field in
                    event(item, section, field, source, language)
                }
            }
        }
        return (lines + followUps).sorted { ($0.date, $0.key) < ($1.date, $1.key) }
    }

    /// A follow-up on its day; one that was held says when, and nobody is reminded of it.
    static func event(_ followUp: FollowUp, unit: String, _ language: Language) -> CalendarEvent {
        let words = ExportWords(language: language)
        let held = followUp.doneOn.map { words("Holdt \(words.date($0))", "Held \(words.date($0))") }
        return CalendarEvent(
            key: StableKey.of(followUp.id), summary: followUp.title.in(language),
            description: [held, presentText(followUp.outcome), unit].compactMap(\.self).joined(separator: " – "),
            category: PlanSection.section(.followUps).title.in(language), date: followUp.date, hours: nil,
            reminderDays: followUp.doneOn == nil ? 7 : nil)
    }

    /// nil for a line without a valid day.
    private static func event(
        _ item: PlanItem, _ section: PlanSection, _ field: PlanField, _ source: PlanSource, _ language: Language
    ) -> CalendarEvent? {
        guard let date = item.text(field.id).flatMap({ CalendarDate($0) }) else { return nil }
        let words = ExportWords(language: language)
        let kind = "\(section.fields[0].label.in(language)) – \(field.label.in(language).insideSentence())"
        let goals = source.meanings(of: item, "goals").joined(separator: "; ")
        return CalendarEvent(
            key: StableKey.of("\(item.id)|\(field.id)"),
            summary: "\(kind): \(item.title.isBlank ? words.untitled : item.title)",
            description: [presentText(goals), source.unit.name].compactMap(\.self).joined(separator: " – "),
            category: section.title.in(language), date: date, hours: nil)
    }
}
