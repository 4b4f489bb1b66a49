extension GoalPlanDraft {
    /// Something that happens on a day.
    package struct TimelineEntry: Sendable, Hashable, Codable {
        package let date: CalendarDate
        package let kind: TimelineKind
        /// The collaboration it belongs to.
        package let modelTitle: String?
        package let modelId: String?
        package let text: LocalizedText
    }
}
