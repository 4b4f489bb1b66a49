package import Planning

/// The days of a goal plan: every line that is a date, and its follow-ups, of which a calendar reminds.
package enum PlanCalendar {
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
