import Planning

/// A moment as calendars write it.
struct UTCTime {
    let milliseconds: Int64

    /// `20270119T083000Z`.
    var basic: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let seconds = Int(max(0, milliseconds) / 1000)
        let date = CalendarDate(dayNumber: seconds / 86_400)
        let clock = seconds % 86_400
        return date.iso.replacing("-", with: "")
            + "T\(two(clock / 3600))\(two(clock / 60 % 60))\(two(clock % 60))Z"
    }
}
