/// A part of a goal plan: items of one kind, with the same lines. The first line is the one an item is known by.
package struct PlanSection: Sendable, Hashable, Codable {
    package let id: ID
    package let title: LocalizedText
    /// Never empty.
    package let fields: [PlanField]
    /// Whether it is written through the year: such a section stays open when the plan is finished.
    package let isOfYear: Bool

    /// The raw value is stored and stands in files: it never changes.
    package enum ID: String, Sendable, Hashable, Codable, CaseIterable {
        case basis, objectives, goals, trialActions, signs, milestones, collaborations, tasks, dates, resources
        case parked, wellbeing, other
        /// Of profiles other than the goal plan.
        case agreement, values, initiatives, frames, rules, signatures
        /// Written through the year, also when the plan is finished.
        case observations, evaluations, followUps, status
    }

    init(_ id: ID, _ da: String, _ en: String, _ fields: [PlanField]) {
        self.id = id
        title = LocalizedText(da: da, en: en)
        self.fields = fields
        isOfYear = [.observations, .evaluations, .followUps, .status].contains(id)
    }

    package func field(_ id: String) -> PlanField? {
        fields.first { $0.id == id }
    }

    package static func section(_ id: ID) -> PlanSection {
        // `all` has one section for each id; a test holds that.
        all.first { $0.id == id } ?? other
    }
}
