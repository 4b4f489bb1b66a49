/// What an evaluation of a trial action taught, so that what did not work is not repeated (»Begreber til rejsen«,
/// "Prøvehandling").
package struct Learning: Sendable, Hashable, Codable {
    /// Whose it is, so that a reader can ask.
    package let weekId: String
    package let unitId: String
    package let year: Int?
    /// By title; what was expected of it, what happened, and what was learned and changed.
    package let trialAction: String
    package let hypothesis: String?
    package let effect: String?
    package let learned: String?
    package let adjustment: String?
    /// `continue`, `adjust`, `scaleUp`, `stop`; nil while nobody has decided.
    package let decision: String?
    package let date: CalendarDate?

    /// Whether every word of a search stands somewhere in it. Case does not count.
    package func matches(_ words: [String]) -> Bool {
        let text = [trialAction, hypothesis, effect, learned, adjustment].compactMap(\.self).joined(separator: "\n")
            .lowercased()
        return words.allSatisfy { text.contains($0.lowercased()) }
    }
}

extension Learning: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] {
        ["decision": ["type": "string", "enum": ["continue", "adjust", "scaleUp", "stop"]]]
    }
}

extension GoalPlan {
    /// What the plan's evaluations say, newest first.
    package func learning(year: Int?) -> [Learning] {
        items(in: .evaluations).flatMap { evaluation -> [Learning] in
            let actions = evaluation.references("trialAction").compactMap { item(reference: $0) }
            let names = actions.isEmpty ? [nil] : actions.map(Optional.some)
            return names.map { action in
                Learning(
                    weekId: weekId, unitId: unitId, year: year, trialAction: action?.title ?? "",
                    hypothesis: action?.text("hypothesis"), effect: evaluation.text("effect"),
                    learned: evaluation.text("learned"), adjustment: evaluation.text("adjustment"),
                    decision: evaluation.text("decision"), date: evaluation.date("date"))
            }
        }.sorted { ($0.date?.iso ?? "", $0.trialAction) > ($1.date?.iso ?? "", $1.trialAction) }
    }
}
