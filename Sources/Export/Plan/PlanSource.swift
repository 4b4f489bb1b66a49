package import Planning

/// A unit's goal plan with what it takes to read it outside the server: whose it is, and what its references mean.
package struct PlanSource: Sendable, Hashable {
    package let plan: GoalPlan
    package let unit: Week.Unit
    package let year: Int?
    package let weekTitle: String
    package let isExample: Bool
    /// What has to be read before the rest, such as that everything is invented.
    package let notice: String?
    /// What documents about it are filed under; nil where nobody said.
    package let kle: String?
    /// What references mean that are not items of the plan, such as other units' goals.
    package let names: [String: String]
    /// What is to be followed up for the plan; none where the week has no year.
    package let followUps: [FollowUp]

    /// Nil when the week has no such unit.
    package init?(_ plan: GoalPlan, in week: Week) {
        guard let unit = week.unit(plan.unitId) else { return nil }
        self.plan = plan
        self.unit = unit
        year = week.year
        weekTitle = week.title
        isExample = week.isExample
        notice = week.notice
        kle = unit.kle ?? week.municipality.kle
        names = week.referenceNames
        followUps = year.map { plan.followUps(ofPlanYear: $0, calendar: FollowUpCalendar(week)) } ?? []
    }

    /// The version being read: the finished one, or the one that is worked on.
    package var version: Int { plan.isFinished ? plan.version : plan.version + 1 }

    /// What the plan's references of a line mean, in their order; what is nowhere any more is left out.
    package func meanings(of item: PlanItem, _ field: String) -> [String] {
        item.references(field).compactMap { plan.item(reference: $0)?.title ?? names[$0] }
    }

    /// A line as it is read: dates and references in words. Nil when it is blank.
    func text(_ item: PlanItem, _ field: PlanField, _ language: Language) -> String? {
        guard let text = item.text(field.id) else { return nil }
        return switch field.kind {
        case .date: CalendarDate(text)?.words(language) ?? text
        case .references: presentText(meanings(of: item, field.id).joined(separator: "; "))
        case .choice: field.words(text).in(language)
        case .text, .longText, .amount: text
        }
    }
}
