import Application
import Planning

/// A unit's year: what is to be followed up and when, how the signs go, what was learned.
struct YearView: Codable {
    let year: Int
    let followUps: [FollowUp]
    let signs: [SignSeries]
    let learning: [Learning]
    /// Trial actions that run, have run or will, for the wheel.
    let trialActions: [Span]
    /// Milestones and other dates of the plan in the year.
    let dates: [Day]
    let developmentWeek: Span?

    /// A stretch of time; an end that was not written is open.
    struct Span: Codable {
        let id, title: String
        let start, end: CalendarDate?
    }

    /// One date, with where in the plan it stands.
    struct Day: Codable {
        let id, title: String
        let section: PlanSection.ID
        let date: CalendarDate
    }

    init(_ plan: GoalPlan, week: Week, year: Int) {
        self.year = year
        followUps = plan.followUps(in: year, calendar: FollowUpCalendar(week))
        signs = plan.signSeries
        learning = plan.learning(year: week.year)
        trialActions = plan.items(in: .trialActions).map {
            Span(id: $0.id, title: $0.title, start: $0.date("start"), end: $0.date("end"))
        }
        dates = Self.dates(plan, year)
        let (start, end) = (week.annualCycle.start, week.annualCycle.end)
        developmentWeek = start == nil ? nil : Span(id: week.id, title: week.title, start: start, end: end)
    }

    private static func dates(_ plan: GoalPlan, _ year: Int) -> [Day] {
        // The fields of each section that hold a date; `PlanSection.all` says what they are called.
        let lines: [(PlanSection.ID, String)] = [
            (.milestones, "due"), (.dates, "date"), (.goals, "deadline"), (.collaborations, "goalDate"),
            (.parked, "due"),
        ]
        return lines.flatMap { section, field in
            plan.items(in: section).compactMap { item in
                guard let date = item.date(field), date.year == year else { return nil }
                return Day(id: item.id, title: item.title, section: section, date: date)
            }
        }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }
}
