import Foundation

/// The time people read, from the system's clock. Durations are never measured with it.
enum WallClock {
    /// Milliseconds since 1970.
    static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}

extension WallClock {
    /// Today in Denmark, `YYYY-MM-DD`: a confirmation is dated where it is given, not where the server stands.
    static var dateInCopenhagen: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Copenhagen") ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
