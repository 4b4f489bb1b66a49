import Foundation
package import Planning

/// The time people read, from the system's clock. Durations are never measured with it.
package enum WallClock {
    /// Milliseconds since 1970.
    package static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}

extension WallClock {
    /// Today in Denmark, `YYYY-MM-DD`: a confirmation is dated where it is given, not where the server stands.
    package static var dateInCopenhagen: String { today.iso }

    /// The same as a day of the calendar.
    package static var today: CalendarDate { date(now) }

    /// The day in Denmark.
    ///
    /// - Parameter milliseconds: since 1970.
    package static func date(_ milliseconds: Int64) -> CalendarDate {
        let parts = calendar.dateComponents(
            [.year, .month, .day], from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
        let date = CalendarDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
        return date ?? CalendarDate(dayNumber: 0)
    }

    /// When a day begins in Denmark, milliseconds since 1970.
    package static func start(of day: CalendarDate) -> Int64 {
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        return calendar.date(from: parts).map { Int64($0.timeIntervalSince1970 * 1000) } ?? 0
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Copenhagen") ?? .gmt
        return calendar
    }()
}
