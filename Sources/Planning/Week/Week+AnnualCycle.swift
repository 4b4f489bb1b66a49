extension Week {
    /// The year's course (seed 002, "Årshjul").
    package struct AnnualCycle: Sendable, Hashable {
        package let year: Int?
        /// The development week's first and last day.
        package let start: CalendarDate?
        package let end: CalendarDate?
        /// When the council gets its status on the objectives.
        package let councilStatusOn: CalendarDate?

        init(_ json: JSONValue) {
            year = json["year"]?.int
            start = json["developmentWeek"]?["start"]?.date
            end = json["developmentWeek"]?["end"]?.date
            councilStatusOn = json["councilStatusOn"]?.date
        }
    }
}
