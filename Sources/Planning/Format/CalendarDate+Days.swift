extension CalendarDate {
    package func adding(days: Int) -> CalendarDate {
        CalendarDate(dayNumber: dayNumber + days)
    }

    /// The same day some months later; where the month is too short, its last.
    /// - Returns: nil outside the years 1000–9999.
    package func adding(months: Int) -> CalendarDate? {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return (0...3).lazy.compactMap { CalendarDate(year: newYear, month: newMonth, day: self.day - $0) }.first
    }

    /// Halfway to a later day.
    func middle(to end: CalendarDate) -> CalendarDate {
        CalendarDate(dayNumber: (dayNumber + end.dayNumber) / 2)
    }
}
