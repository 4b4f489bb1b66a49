extension Week {
    /// The year's course (seed 002, "Årshjul").
    package struct AnnualCycle: Sendable, Hashable {
        package let year: Int?
        /// The development week's first and last day.
        package let start: CalendarDate?
        package let end: CalendarDate?
        /// When the council gets its status on the objectives.
        package let councilStatusOn: CalendarDate?
        /// Days that the municipality has set for follow-ups, by rule.
        package let followUpDays: [String: MonthDay]

        init(_ json: JSONValue) {
            year = json["year"]?.int
            start = json["developmentWeek"]?["start"]?.date
            end = json["developmentWeek"]?["end"]?.date
            councilStatusOn = json["councilStatusOn"]?.date
            followUpDays = (json["followUpDays"]?.object ?? [:]).compactMapValues { $0.string.flatMap { MonthDay($0) } }
        }
    }
}
