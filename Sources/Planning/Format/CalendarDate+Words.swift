extension CalendarDate {
    private static let monthsDa = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
        "december",
    ]
    private static let monthsEn = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `5. januar 2027` or `5 January 2027`.
    package func words(_ language: Language) -> String {
        switch language {
        case .danish: "\(day). \(Self.monthsDa[month - 1]) \(year)"
        case .english: "\(day) \(Self.monthsEn[month - 1]) \(year)"
        }
    }

    /// Days since 1 January 1970. Howard Hinnant's `days_from_civil`, for years after 0.
    package var dayNumber: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day so many days after 1 January 1970. Howard Hinnant's `civil_from_days`; days outside the years that
    /// dates have become the nearest one.
    package init(dayNumber: Int) {
        let shifted = min(max(dayNumber, -354_285), 2_932_896) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            validYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day after; the last day there is stays.
    package var nextDay: CalendarDate { CalendarDate(dayNumber: dayNumber + 1) }

    /// 1 is Monday, 7 is Sunday, as ISO 8601 counts.
    package var isoWeekday: Int {
        ((dayNumber + 3) % 7 + 7) % 7 + 1
    }

    /// The week as ISO 8601 counts it, and the year it belongs to.
    package var isoWeek: (year: Int, week: Int) {
        // The week belongs to the year that its Thursday lies in.
        let thursday = dayNumber + 4 - isoWeekday
        var weekYear = year
        if let start = CalendarDate(year: year, month: 1, day: 1)?.dayNumber, thursday < start { weekYear -= 1 }
        if let next = CalendarDate(year: year + 1, month: 1, day: 1)?.dayNumber, thursday >= next { weekYear += 1 }
        let start = CalendarDate(year: weekYear, month: 1, day: 1)?.dayNumber ?? dayNumber
        return (weekYear, (thursday - start) / 7 + 1)
    }
}
