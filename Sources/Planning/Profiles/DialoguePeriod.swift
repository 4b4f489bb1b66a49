/// The periods of dialogue agreements: 1½ and 2½ years in turn through the council's term of four (»Dialogaftaler«).
package struct DialoguePeriod: Sendable, Hashable, Codable {
    /// The first day.
    package let start: CalendarDate
    /// The last day.
    package let end: CalendarDate

    /// The two periods of a term.
    /// - Parameters:
    ///   - termStart: the first day of the council's term.
    ///   - isShortFirst: which of the two comes first; the text doesn't say, so it is a setting.
    package static func periods(termStart: CalendarDate, isShortFirst: Bool = true) -> [DialoguePeriod] {
        let first = isShortFirst ? 18 : 30
        guard let middle = termStart.adding(months: first), let next = termStart.adding(months: 48) else { return [] }
        return [
            .init(start: termStart, end: middle.adding(days: -1)), .init(start: middle, end: next.adding(days: -1)),
        ]
    }

    /// How many whole months a period is; nil where its last day doesn't end one.
    package static func months(from start: CalendarDate, to end: CalendarDate) -> Int? {
        (1...60).first { months in start.adding(months: months).map { $0.adding(days: -1) == end } ?? false }
    }
}
