package import Planning

/// Something for a calendar: a whole day, or some hours of it in Danish time.
package struct CalendarEvent: Sendable, Hashable {
    /// What identifies it among the events of the same file; a calendar that already has it changes its own.
    package let key: String
    package let summary: String
    package let description: String
    package let category: String
    package let date: CalendarDate
    /// Nil for a whole day.
    package let hours: Hours?
    /// How many days before a calendar reminds of it; nil for not at all.
    package var reminderDays: Int?

    package struct Hours: Sendable, Hashable {
        package let start: ClockTime
        package let end: ClockTime
    }
}
