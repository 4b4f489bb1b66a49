import Planning

/// Writes a calendar (iCalendar, RFC 5545). Pure: the same events give the same bytes.
package enum CalendarWriter {
    /// - Parameters:
    ///   - name: what a calendar program calls it.
    ///   - scope: what the events belong to; together with an event's key it identifies the event in the world.
    ///   - revised: when what the events tell was last changed, milliseconds since 1970.
    package static func write(_ events: [CalendarEvent], name: String, scope: String, revised: Int64) -> String {
        let stamp = UTCTime(milliseconds: revised).basic
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Samspil//Samspil//DA", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "NAME:\(escaped(name))", "X-WR-CALNAME:\(escaped(name))",
        ]
        let zone = events.contains { $0.hours != nil } ? copenhagen : []
        let body = events.flatMap { lines(of: $0, scope: scope, stamp: stamp) }
        return (head + zone + body + ["END:VCALENDAR"]).map { folded($0) + "\r\n" }.joined()
    }

    /// - Parameter scope: makes a key unique in the world (RFC 7986 section 5.3).
    private static func lines(of event: CalendarEvent, scope: String, stamp: String) -> [String] {
        let modified = event.modified.map { UTCTime(milliseconds: $0).basic } ?? stamp
        return [
            "BEGIN:VEVENT", "UID:\(identifier("\(scope).\(event.key)"))@samspil", "DTSTAMP:\(modified)",
            "LAST-MODIFIED:\(modified)", "SEQUENCE:\(event.sequence)",
            "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")",
        ] + times(of: event) + ["SUMMARY:\(escaped(event.summary))"]
            + (event.description.isEmpty ? [] : ["DESCRIPTION:\(escaped(event.description))"])
            + ["CATEGORIES:\(escaped(event.category))", "TRANSP:\(event.hours == nil ? "TRANSPARENT" : "OPAQUE")"]
            + (event.reminderDays.map { reminder($0, of: event) } ?? []) + ["END:VEVENT"]
    }

    /// In ASCII, and another for every other text: ids may have letters of any alphabet.
    private static func identifier(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
    }

    /// RFC 5545 section 3.6.6.
    private static func reminder(_ days: Int, of event: CalendarEvent) -> [String] {
        [
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(escaped(event.summary))", "TRIGGER:-P\(days)D",
            "END:VALARM",
        ]
    }

    /// A whole day by its date alone; hours in local time with the time zone named.
    private static func times(of event: CalendarEvent) -> [String] {
        func day(_ date: CalendarDate) -> String { date.iso.replacing("-", with: "") }
        guard let hours = event.hours else {
            // A whole day ends on the day after (RFC 5545 section 3.6.1).
            return ["DTSTART;VALUE=DATE:\(day(event.date))", "DTEND;VALUE=DATE:\(day(event.date.nextDay))"]
        }
        func time(_ time: ClockTime) -> String { time.words(.english).replacing(":", with: "") + "00" }
        return [
            "DTSTART;TZID=Europe/Copenhagen:\(day(event.date))T\(time(hours.start))",
            "DTEND;TZID=Europe/Copenhagen:\(day(event.date))T\(time(hours.end))",
        ]
    }

    /// RFC 5545 section 3.3.11. Line breaks are gone before: text is on one line.
    private static func escaped(_ text: String) -> String {
        PlainText.line(text).escapingScalars { "\\;,".unicodeScalars.contains($0) ? "\\\($0)" : nil }
    }

    /// Lines of at most 75 bytes, the next beginning with a space, never inside a letter (RFC 5545 section 3.1).
    private static func folded(_ line: String) -> String {
        guard line.utf8.count > 75 else { return line }
        var result: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = UTF8.width(scalar)
            if length + bytes > 75 {
                result.append(contentsOf: "\r\n ".utf8)
                length = 1
            }
            result.append(scalar: scalar)
            length += bytes
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Danish time since 1996: the European Union's summer time (directive 2000/84/EC).
    private static let copenhagen = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Copenhagen", "BEGIN:STANDARD", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET",
        "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT", "END:VTIMEZONE",
    ]
}

/// A moment as calendars write it.
private struct UTCTime {
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
