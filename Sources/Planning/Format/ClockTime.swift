/// A time of day, hours and minutes: when a session starts and ends.
package struct ClockTime: Sendable, Hashable, Comparable {
    package let hour: Int
    package let minute: Int

    /// - Parameter text: `HH:MM`, 00:00 to 23:59.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
        else { return nil }
        hour = Int(bytes[0] - 0x30) * 10 + Int(bytes[1] - 0x30)
        minute = Int(bytes[3] - 0x30) * 10 + Int(bytes[4] - 0x30)
        guard hour < 24, minute < 60 else { return nil }
    }

    /// `08.30` in Danish, `08:30` in English.
    package func words(_ language: Language) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(hour) + (language == .danish ? "." : ":") + two(minute)
    }

    /// Within one day.
    package static func < (earlier: ClockTime, later: ClockTime) -> Bool {
        (earlier.hour, earlier.minute) < (later.hour, later.minute)
    }
}
