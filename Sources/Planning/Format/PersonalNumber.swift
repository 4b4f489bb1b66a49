/// Finds what looks like a CPR number: a day, a month and two digits of a year that make a date, and four more digits,
/// with or without a hyphen or a space between. The check digit is not looked at: since 2007 numbers are given out that
/// do not pass it.
///
/// `Web/src/model/personalNumber.ts` finds the same; both are held to `Tests/Shared/personal-numbers.json`.
package enum PersonalNumber {
    /// Hyphens and dashes that people and word processors put there.
    private static let hyphens: Set<UInt16> = [0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]
    private static let spaces: Set<UInt16> = [0x20, 0xA0, 0x202F, 0x2009]
    private static let daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    /// Whether the text holds one. Nobody is told which digits.
    package static func isFound(in text: String) -> Bool {
        let units = Array(text.utf16)
        return units.indices.contains { isFound(at: $0, in: units) }
    }

    /// Ten digits with the hyphen, a space or nothing behind the sixth, and no digit before or after them.
    private static func isFound(at start: Int, in units: [UInt16]) -> Bool {
        guard digit(start, units) != nil, digit(start - 1, units) == nil else { return false }
        let date = (0..<6).compactMap { digit(start + $0, units) }
        guard date.count == 6, isDate(date) else { return false }
        var end = start + 6
        if unit(end, units).map(spaces.contains) ?? false { end += 1 }
        if unit(end, units).map(hyphens.contains) ?? false {
            end += 1
            if unit(end, units).map(spaces.contains) ?? false { end += 1 }
        }
        return (0..<4).allSatisfy { digit(end + $0, units) != nil } && digit(end + 4, units) == nil
    }

    /// The first six as day, month and year, in any century.
    private static func isDate(_ digits: [Int]) -> Bool {
        let (day, month, year) = (
            digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[4] * 10 + digits[5]
        )
        guard (1...12).contains(month), (1...daysOfMonths[month - 1]).contains(day) else { return false }
        return month != 2 || day < 29 || year % 4 == 0
    }

    private static func unit(_ place: Int, _ units: [UInt16]) -> UInt16? {
        units.indices.contains(place) ? units[place] : nil
    }

    private static func digit(_ place: Int, _ units: [UInt16]) -> Int? {
        guard let unit = unit(place, units), (0x30...0x39).contains(unit) else { return nil }
        return Int(unit - 0x30)
    }
}
