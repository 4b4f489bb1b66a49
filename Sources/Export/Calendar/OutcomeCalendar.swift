package import Planning

/// The session itself, and the days that were agreed there.
package enum OutcomeCalendar {
    package static func make(_ outcome: SessionOutcome, language: Language = .danish) -> [CalendarEvent] {
        let words = ExportWords(language: language)
        return [meeting(outcome, words)].compactMap(\.self) + agreed(outcome, words) + parked(outcome, words)
    }

    private static func meeting(_ outcome: SessionOutcome, _ words: ExportWords) -> CalendarEvent? {
        guard let date = outcome.date else { return nil }
        var hours: CalendarEvent.Hours?
        if let start = outcome.startsAt.flatMap({ ClockTime($0) }), let end = outcome.endsAt.flatMap({ ClockTime($0) }),
            start < end
        {
            hours = .init(start: start, end: end)
        }
        return CalendarEvent(
            key: "session", summary: outcome.title, description: outcome.citizenGroup ?? "",
            category: words("Session", "Session"), date: date, hours: hours)
    }

    private static func agreed(_ outcome: SessionOutcome, _ words: ExportWords) -> [CalendarEvent] {
        let all = outcome.models.flatMap { model in model.dates.map { (model, $0) } }
        let keys = StableKey.distinct(all.map { "\($0.id)|\($1.id)" })
        return zip(all, keys).map { entry, key in
            let (model, named) = entry
            let label = named.label.in(words.language)
            return CalendarEvent(
                key: key, summary: [label, presentText(named.text)].compactMap(\.self).joined(separator: ": "),
                description: presentText(model.title) ?? words.untitled, category: label, date: named.date,
                hours: nil)
        }
    }

    private static func parked(_ outcome: SessionOutcome, _ words: ExportWords) -> [CalendarEvent] {
        let items = outcome.parkedItems.filter { $0.due != nil }
        let keys = StableKey.distinct(items.map { "parked|\($0.id)" })
        return zip(items, keys).compactMap { item, key in
            item.due.map { date in
                let kind = TimelineKind.parkedItem.label.in(words.language)
                return CalendarEvent(
                    key: key, summary: "\(kind): \(item.text)", description: item.owner ?? "", category: kind,
                    date: date, hours: nil)
            }
        }
    }
}
