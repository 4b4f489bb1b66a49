/// A day that comes every year, such as 1 September: `09-01`. 29 February is none, because most years lack it.
package struct MonthDay: Sendable, Hashable {
    package let month: Int
    package let day: Int

    /// - Parameter text: `MM-DD`, nothing else.
    package init?(_ text: String) {
        // 2001 is a year without 29 February.
        guard let date = CalendarDate("2001-\(text)") else { return nil }
        month = date.month
        day = date.day
    }

    package func date(in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: day)
    }
}
