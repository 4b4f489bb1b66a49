package import Planning

/// Something for a calendar: a whole day, or some hours of it in Danish time.
package struct CalendarEvent: Sendable, Hashable {
    /// What identifies it among the events of the same file, made of the identity of what it is the day of and never of
    /// what is written there; a calendar that already has it changes its own.
    package let key: String
    /// One line, with the kind of day before the words.
    package let summary: String
    /// Where it comes from, so that the event explains itself in somebody's calendar.
    package let description: String
    /// One of a few words, by which a calendar can colour.
    package let category: String
    /// A day without a time zone: an agreement is for a day, wherever one reads it.
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

    /// - Parameter reminderDays: days before it that a calendar reminds; nil for none.
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

    /// From when to when, in Danish time.
    package struct Hours: Sendable, Hashable {
        /// In the municipality's local time.
        package let start: ClockTime
        package let end: ClockTime
    }
}

/// Short keys of texts that are the same in every run: FNV-1a with 64 bits. Not for keeping secrets.
enum StableKey {
    static func of(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }

    /// Keys that differ also where texts are the same: the second gets `-2`.
    static func distinct(_ texts: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return texts.map { text in
            let key = of(text)
            counts[key, default: 0] += 1
            let count = counts[key, default: 1]
            return count == 1 ? key : "\(key)-\(count)"
        }
    }
}
