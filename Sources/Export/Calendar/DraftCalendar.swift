package import Planning

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
