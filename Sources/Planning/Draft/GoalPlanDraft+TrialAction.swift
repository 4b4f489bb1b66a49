extension GoalPlanDraft {
    /// A trial action, own or joint.
    package struct TrialAction: Sendable, Hashable, Codable {
        package let id: String
        /// The unit's models it stands in.
        package let modelIds: [String]
        package let title: String
        /// The label of the goal under which it is told in full; nil where that is here.
        package let toldUnder: String?
        package let goalIds: [String]
        /// The goals it is tried for, by label.
        package let goalLabels: [String]
        /// Whether the unit owns it.
        package let isOwn: Bool
        /// Everybody else who takes part.
        package let partners: [Participant]
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let scale: String?
        package let question: String?
        package let hypothesis: String?
        package let preparation: String?
        package let status: LocalizedText?
        package let evaluation: String?
        package let decision: LocalizedText?
    }
}
