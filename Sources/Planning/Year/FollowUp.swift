/// Something to follow up on a day. Made from a plan and its profile; that it was done is an item of the plan.
package struct FollowUp: Sendable, Hashable, Codable {
    /// Stable: the same rule, subject and day has the same id, which is that of the item that says it was done.
    package let id: String
    package let ruleId: String
    package let date: CalendarDate
    package let title: LocalizedText
    /// What it is about; ids of the plan's items.
    package let itemIds: [String]
    /// When it was done, and what came of it.
    package let doneOn: CalendarDate?
    package let outcome: String?
    /// The seed that gives the date; nil for a date of ours.
    package let seed: String?
}
