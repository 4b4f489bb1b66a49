extension CalendarDate {
    /// The day of a ``dayNumber``. Howard Hinnant's `civil_from_days`.
    /// - Returns: nil outside the years 1000–9999.
    package init?(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
    }

    package func adding(days: Int) -> CalendarDate? {
        CalendarDate(dayNumber: dayNumber + days)
    }

    /// The same day some months later; where the month is too short, its last.
    package func adding(months: Int) -> CalendarDate? {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return (0...3).lazy.compactMap { CalendarDate(year: newYear, month: newMonth, day: self.day - $0) }.first
    }

    /// Halfway to a later day.
    func middle(to end: CalendarDate) -> CalendarDate {
        CalendarDate(dayNumber: (dayNumber + end.dayNumber) / 2) ?? self
    }
}
