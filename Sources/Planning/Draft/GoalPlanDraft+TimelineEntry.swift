extension GoalPlanDraft {
    /// Something that happens on a day.
    package struct TimelineEntry: Sendable, Hashable, Codable {
        package let date: CalendarDate
        package let kind: TimelineKind
        /// The collaboration it belongs to.
        package let modelTitle: String?
        package let modelId: String?
        package let text: LocalizedText
        /// Stable over drafts, for what is told nowhere else in the draft: the row of an agreement, or a date of the
        /// municipality's.
        package let sourceId: String?
        /// What it is the day of, whatever is written there: the row's or the thing's identity and what of it. Absent in
        /// drafts that were kept before entries had one.
        package let id: String?
    }
}
