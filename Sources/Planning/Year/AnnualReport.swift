/// What a plan's year came to, goal by goal (»Dialogbaseret aftalestyring«, "Årsberetning"): written by nobody,
/// gathered from what the leader noted through the year, so that only the summary is left to write.
package struct AnnualReport: Sendable, Hashable, Codable {
    /// The calendar year that is reported on.
    package let year: Int
    /// What came of the follow-up "Årsberetning" about the year; nil while nobody has written it.
    package let summary: String?
    /// In the plan's order, with what was tried, seen and learned for each in the year.
    package let goals: [GoalAccount]
    /// Objectives by their last status.
    package let status: [ObjectiveWord]
    /// The year's follow-ups, held or not.
    package let followUps: [FollowUp]
    package let frames: [Frame]

    /// Economy and staff within which the results were to be reached.
    package struct Frame: Sendable, Hashable, Codable {
        /// A frame as the agreement has it; the amount is written as people do, in kroner.
        package let title: String
        package let kind: LocalizedText?
        package let amount: String?
        package let remark: String?
    }

    /// - Parameter year: what was written for another year is left out.
    package init(_ plan: GoalPlan, week: Week, year: Int) {
        let names = week.referenceNames
        let calendar = FollowUpCalendar(week)
        let kinds = PlanSection.section(.frames).field("kind")
        self.year = year
        summary =
            plan.followUps(in: year + 1, calendar: calendar).first { $0.ruleId == FollowUpRule.annualReport }?.outcome
        goals = plan.accounts(in: year, names: names, withLearning: true)
        status = plan.objectiveWords(in: year, names: names)
        followUps = plan.followUps(in: year, calendar: calendar)
        frames = plan.items(in: .frames).map {
            Frame(
                title: $0.title, kind: $0.text("kind").flatMap { kinds?.words($0) }, amount: $0.text("amount"),
                remark: $0.text("text"))
        }
    }
}
