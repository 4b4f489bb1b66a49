/// The days on which a municipality follows up where no seed names one. What it hasn't set is on a day of ours.
package struct FollowUpCalendar: Sendable, Hashable {
    /// By rule's id.
    private let days: [String: MonthDay]
    /// When the council gets its status, where the week says so.
    private let councilStatusOn: CalendarDate?

    package init(days: [String: MonthDay] = [:], councilStatusOn: CalendarDate? = nil) {
        self.days = days
        self.councilStatusOn = councilStatusOn
    }

    package init(_ week: Week) {
        self.init(days: week.annualCycle.followUpDays, councilStatusOn: week.annualCycle.councilStatusOn)
    }

    /// - Returns: nil for a rule that comes on no fixed date.
    func date(of rule: FollowUpRule, in year: Int) -> CalendarDate? {
        if rule.id == FollowUpRule.councilStatus, let councilStatusOn, councilStatusOn.year == year {
            return councilStatusOn
        }
        if rule.isDayOurs, let day = days[rule.id] { return day.date(in: year) }
        guard let month = rule.month, let day = rule.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
