/// What citizens can read of a unit's plan: what it wants to reach, what it tries, what it looks for, and what came of
/// it (»Forpligtende dialogstyring«, "Dokumentation"). Who does what, what units expect of each other, resources and
/// what was learned among colleagues stay inside.
package struct CitizenPlan: Sendable, Hashable, Codable {
    package let unitName: String
    package let municipality: String
    package let year: Int?
    package let version: Int
    package let isExample: Bool
    package let notice: String?
    /// "Sådan kan borgerne se det", as the leader wrote it.
    package let introduction: String?
    package let goals: [GoalAccount]
    package let status: [ObjectiveWord]

    /// Nil when the week has no such unit.
    package init?(_ plan: GoalPlan, in week: Week) {
        guard let unit = week.unit(plan.unitId) else { return nil }
        let names = week.referenceNames
        unitName = unit.name
        municipality = week.municipality.name
        year = week.year
        version = plan.version
        isExample = week.isExample
        notice = week.notice
        introduction = plan.items(in: .agreement).compactMap { $0.text("forCitizens") }.first
        goals = plan.accounts(in: nil, names: names, withLearning: false)
        status = plan.objectiveWords(in: nil, names: names)
    }
}
