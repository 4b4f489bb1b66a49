/// What a leader says of an objective on a day: the plan's status, as it is told outside the plan.
package struct ObjectiveWord: Sendable, Hashable, Codable {
    package let objective: String
    package let state: LocalizedText?
    package let text: String?
    package let date: CalendarDate?
}

extension GoalPlan {
    /// - Parameter year: only what was said in the year; nil is all of it.
    func objectiveWords(in year: Int?, names: [String: String]) -> [ObjectiveWord] {
        let states = PlanSection.section(.status).field("state")
        return items(in: .status).filter { isWithin($0.date("date"), year) }.map { status in
            ObjectiveWord(
                objective: status.references("objective").compactMap { item(reference: $0)?.title ?? names[$0] }
                    .joined(separator: "; "),
                state: status.text("state").flatMap { states?.words($0) }, text: status.text("text"),
                date: status.date("date"))
        }
    }
}
