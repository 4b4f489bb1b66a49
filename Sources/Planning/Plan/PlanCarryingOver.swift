extension GoalPlan {
    /// The edits that carry an earlier year's plan into this one: goals may span plan years (»Begreber til rejsen«,
    /// "Mål"), and so do what belongs to them and agreements that still run. Carrying over twice changes nothing.
    /// - Parameter start: the first day of this plan's year.
    package func carryingOver(_ earlier: GoalPlan, from start: CalendarDate) -> [PlanEdit] {
        let goals = earlier.items(in: .goals).filter { !$0.isOver("deadline", before: start) }
        let goalIds = Set(goals.flatMap { [$0.id, $0.head.sourceId].compactMap(\.self) })
        func isOfGoal(_ item: PlanItem) -> Bool { item.references("goals").contains(where: goalIds.contains) }
        let rest =
            earlier.items(in: .trialActions).filter {
                isOfGoal($0) && !$0.isStopped && !($0.isOver("end", before: start) && $0.text("decision") == nil)
            } + earlier.items(in: .signs).filter(isOfGoal)
            + earlier.items(in: .milestones).filter { isOfGoal($0) && !$0.isOver("due", before: start) }
            + earlier.items(in: .collaborations).filter { !$0.isOver("end", before: start) }
            + earlier.items(in: .wellbeing)
        let origin = PlanOrigin(.carriedOver, weekId: earlier.weekId, version: earlier.version)
        return (goals + rest).flatMap { edits($0, origin, earlier, Set(goals.map(\.id))) }
            + earlier.items(in: .followUps).flatMap { basis($0, origin, earlier) }
    }

    /// What came of a status is where the next agreement begins (»Dialogbaseret aftalestyring«).
    private func basis(_ done: PlanItem, _ origin: PlanOrigin, _ earlier: GoalPlan) -> [PlanEdit] {
        let id = Self.carriedID(done.id, from: earlier)
        guard done.id.hasPrefix("followUp~status~"), let text = done.text("text"), items[id] == nil else { return [] }
        return [
            .head(id, from: nil, to: .init(section: .basis, position: nextPosition(in: .basis))),
            .value(id, "title", from: nil, to: PlanValue(done.title, origin: origin)),
            .value(id, "text", from: nil, to: PlanValue(text, origin: origin)),
        ]
    }

    /// - Parameter goals: those that come along, by their ids in the earlier plan.
    private func edits(
        _ item: PlanItem, _ origin: PlanOrigin, _ earlier: GoalPlan, _ goals: Set<String>
    ) -> [PlanEdit] {
        let id = Self.carriedID(item.id, from: earlier)
        guard items[id] == nil else { return [] }
        let head = PlanItem.Head(section: item.head.section, position: item.head.position)
        let lines = item.values.sorted { $0.key < $1.key }.compactMap { field, value -> PlanEdit? in
            guard !value.text.isBlank else { return nil }
            // A reference follows the goal it means to its new id; what stays behind is no longer referred to.
            let text = field == "goals" ? Self.carried(item.references(field), earlier, goals) : value.text
            return text.isEmpty ? nil : .value(id, field, from: nil, to: PlanValue(text, origin: origin))
        }
        return [.head(id, from: nil, to: head)] + lines
    }

    private static func carried(_ references: [String], _ earlier: GoalPlan, _ goals: Set<String>) -> String {
        references.compactMap { earlier.item(reference: $0)?.id }.filter(goals.contains)
            .map { carriedID($0, from: earlier) }.joined(separator: " ")
    }

    /// The earlier plan's id with its week, so that carrying over twice gives the same items.
    private static func carriedID(_ id: String, from earlier: GoalPlan) -> String {
        "\(earlier.weekId)~\(id)"
    }
}

extension PlanItem {
    fileprivate func isOver(_ field: String, before day: CalendarDate) -> Bool {
        text(field).flatMap { CalendarDate($0) }.map { $0 < day } ?? false
    }

    fileprivate var isStopped: Bool {
        text("decision")?.lowercased().hasPrefix("stop") ?? false
    }
}
