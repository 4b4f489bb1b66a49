package import Planning

/// Something for a calendar: a whole day, or some hours of it in Danish time.
package struct CalendarEvent: Sendable, Hashable {
    /// What identifies it among the events of the same file, made of the identity of what it is the day of and never of
    /// what is written there; a calendar that already has it changes its own.
    package let key: String
    package let summary: String
    package let description: String
    package let category: String
    package let date: CalendarDate
    /// Nil for a whole day.
    package let hours: Hours?
    /// How many days before a calendar reminds of it; nil for not at all.
    package var reminderDays: Int?
    /// Counts up with every change that calendars were told (RFC 5545 section 3.8.7.4).
    package var sequence = 0
    /// When it was last changed, milliseconds since 1970; nil where nobody has kept that.
    package var modified: Int64?
    /// Told before, and gone.
    package var isCancelled = false

    package init(
        key: String, summary: String, description: String, category: String, date: CalendarDate, hours: Hours?,
        reminderDays: Int? = nil
    ) {
        self.key = key
        self.summary = summary
        self.description = description
        self.category = category
        self.date = date
        self.hours = hours
        self.reminderDays = reminderDays
    }

    package struct Hours: Sendable, Hashable {
        package let start: ClockTime
        package let end: ClockTime
    }
}
