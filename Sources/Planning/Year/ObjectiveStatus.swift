/// An objective through a week's plans: who works on it, how far it is, and whether it is worked on at all
/// (»Begreber til rejsen«: every objective within the four years it is valid, those of the budget agreement the year
/// after).
package struct ObjectiveStatus: Sendable, Hashable, Codable {
    /// The objective as the week has it.
    package let objectiveId: String
    package let text: String
    package let sourceTitle: String?
    /// Why it is worked on this year: mandatory, or selected by the council.
    package let isMandatory: Bool
    package let isSelected: Bool
    /// The years in which the objective was selected or had goals, in order.
    package let years: [Int]
    /// Those with a goal under it; an objective without any is what the report is for.
    package let units: [Unit]

    /// One unit's work on it this year.
    package struct Unit: Sendable, Hashable, Codable {
        package let unitId: String
        package let name: String
        /// Counts of the unit's plan: how much is behind the words.
        package let goals: Int
        package let trialActions: Int
        package let evaluations: Int
        package let observations: Int
        /// `onTrack`, `slow`, `reached`, `stopped`; nil where the leader has not said.
        package let state: String?
        package let text: String?
        package let isFinished: Bool
    }
}

extension ObjectiveStatus.Unit: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] {
        ["state": ["type": "string", "enum": ["onTrack", "slow", "reached", "stopped"]]]
    }
}

/// What is built from all plans of a week, beside the earlier weeks of the same objectives.
package struct ObjectiveReport: Sendable, Hashable, Codable {
    package let objectives: [ObjectiveStatus]
    /// Those of the weeks that were looked at, in order.
    package let years: [Int]
    /// Who selected this year's objectives, when, and in dialogue with whom.
    package let decidedBy: String?
    /// The council's selection that the report is about.
    package let decidedOn: CalendarDate?
    package let dialogueWith: [String]

    /// - Parameters:
    ///   - plans: the week's, one for each unit that has begun.
    ///   - earlier: other weeks, whose objectives are known by the same ids.
    package init(week: Week, plans: [GoalPlan], earlier: [Week] = []) {
        let weeks = [week] + earlier
        objectives = week.objectives.map { objective in
            ObjectiveStatus(
                objectiveId: objective.id, text: objective.text, sourceTitle: week.sourceTitle(of: objective),
                isMandatory: week.mandatoryObjectiveIds.contains(objective.id),
                isSelected: week.annualSelection?.selectedObjectiveIds.contains(objective.id) ?? false,
                years: Self.years(objective.id, weeks),
                units: plans.compactMap { Self.unit($0, objective.id, week) })
        }
        years = Array(Set(weeks.compactMap(\.year))).sorted()
        decidedBy = week.annualSelection?.decidedBy
        decidedOn = week.annualSelection?.decidedOn
        dialogueWith = week.annualSelection?.dialogueWith ?? []
    }

    /// Years in which the objective was selected or had goals, over all weeks that were looked at.
    private static func years(_ objectiveId: String, _ weeks: [Week]) -> [Int] {
        Array(
            Set(
                weeks.filter { week in
                    week.annualSelection?.selectedObjectiveIds.contains(objectiveId) ?? false
                        || week.mandatoryObjectiveIds.contains(objectiveId)
                        || week.goals.contains { $0.objectiveIds.contains(objectiveId) }
                }.compactMap(\.year))
        ).sorted()
    }

    /// nil for a unit that has neither a goal under the objective nor a status of it.
    private static func unit(_ plan: GoalPlan, _ objectiveId: String, _ week: Week) -> ObjectiveStatus.Unit? {
        func refers(_ item: PlanItem, _ field: String, _ to: Set<String>) -> Bool {
            item.references(field).contains(where: to.contains)
        }
        let reference = "objective:\(objectiveId)"
        let own = names(plan.items(in: .objectives).filter { [$0.id, $0.head.sourceId].contains(reference) })
            .union([reference])
        let goals = plan.items(in: .goals).filter { refers($0, "objectives", own) }
        let status = plan.items(in: .status).filter { refers($0, "objective", own) }
            .max { ($0.text("date") ?? "", $0.head.position) < ($1.text("date") ?? "", $1.head.position) }
        guard !goals.isEmpty || status != nil else { return nil }
        let actions = plan.items(in: .trialActions).filter { refers($0, "goals", names(goals)) }
        let signs = plan.items(in: .signs).filter { refers($0, "goals", names(goals)) }
        return .init(
            unitId: plan.unitId, name: week.name(of: .unit(plan.unitId)), goals: goals.count,
            trialActions: actions.count,
            evaluations: plan.items(in: .evaluations).count { refers($0, "trialAction", names(actions)) },
            observations: plan.items(in: .observations).count { refers($0, "sign", names(signs)) },
            state: status?.text("state"), text: status?.text("text"), isFinished: plan.version > 0)
    }

    private static func names(_ items: [PlanItem]) -> Set<String> {
        Set(items.flatMap { [$0.id, $0.head.sourceId].compactMap(\.self) })
    }
}
