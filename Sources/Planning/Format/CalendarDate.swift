/// A day in the Gregorian calendar, without time and time zone: what a municipality writes in a plan.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// - Returns: nil when there is no such day. Years are 1000–9999, as ISO 8601 writes them with four digits.
    package init?(year: Int, month: Int, day: Int) {
        guard (1000...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// For what is known to be a day.
    init(validYear year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter iso: `YYYY-MM-DD`, nothing else.
    package init?(_ iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// As spreadsheets and people write a day: `2027-01-31`, `31-01-2027`, `31.1.2027` or `31/1/2027`.
    init?(written text: String) {
        if let date = CalendarDate(text) {
            self = date
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { "-./".contains($0) }
        let numbers = parts.compactMap { $0.count <= 4 ? Int($0.filter { !$0.isWhitespace }) : nil }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    /// By the Gregorian calendar, also before it was in use.
    private static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `YYYY-MM-DD`.
    package var iso: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// The same day some years later; 29 February becomes 28 February where the year has no 29th.
    package func adding(years: Int) -> CalendarDate? {
        CalendarDate(year: year + years, month: month, day: day)
            ?? CalendarDate(year: year + years, month: month, day: day - 1)
    }

    /// By the calendar.
    package static func < (earlier: CalendarDate, later: CalendarDate) -> Bool {
        (earlier.year, earlier.month, earlier.day) < (later.year, later.month, later.day)
    }
}

extension CalendarDate: CustomStringConvertible, Codable {
    package var description: String { iso }

    /// - Throws: `dataCorrupted` for a text that is no day.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let date = CalendarDate(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date (YYYY-MM-DD)")
        }
        self = date
    }

    /// As `YYYY-MM-DD` (ISO 8601).
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

extension CalendarDate {
    /// By the count of days since a fixed one, so months and leap years need no rule here. Negative goes back.
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

    /// nil for 29 February in a year without one.
    package func date(in year: Int) -> CalendarDate? {
        CalendarDate(year: year, month: month, day: day)
    }
}

extension CalendarDate: SchemaStating {
    package static let jsonSchema: JSONValue = ["type": "string", "format": "date"]
    package static let jsonExample: JSONValue = "2027-01-31"
}
