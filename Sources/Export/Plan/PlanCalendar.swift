package import Planning

/// The days of a goal plan: every line that is a date.
package enum PlanCalendar {
    package static func make(_ source: PlanSource, language: Language = .danish) -> [CalendarEvent] {
        PlanSection.all.flatMap { section in
            source.plan.items(in: section.id).flatMap { item in
                section.fields.filter { $0.kind == .date }.compactMap { field in
                    event(item, section, field, source, language)
                }
            }
        }.sorted { ($0.date, $0.key) < ($1.date, $1.key) }
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
