/// How long the names of those who took part are kept.
extension Week {
    /// Days after the week's last day, or the session's own when that is later, where nobody set another day.
    package static let daysNamesAreKept = 30
    /// The most days after the week's last day that may be set: by then each unit's year with the agreements is over.
    package static let mostDaysNamesAreKept = 366
    /// The member of a week, and of a session, that says the day.
    package static let namesDay = "deleteParticipantNamesAfter"

    /// The day on which the names of a session's participants are deleted: the session's own, else the week's, else a
    /// month after the last day of both.
    ///
    /// - Parameter made: when the session was made, for a week that has no days.
    package func namesDeleted(inSession session: Session?, made: CalendarDate) -> CalendarDate {
        if let day = session?.source[Self.namesDay]?.date ?? source[Self.namesDay]?.date { return day }
        let last = [annualCycle.end ?? annualCycle.start, session?.date].compactMap(\.self).max()
        return (last ?? made).adding(days: Self.daysNamesAreKept)
    }

    /// The day for the name of somebody who joins on `day`: who comes after the session's day keeps it until the next
    /// morning, so that a later meeting can be held.
    package func nameDeleted(inSession session: Session?, joined day: CalendarDate, made: CalendarDate) -> CalendarDate
    {
        max(namesDeleted(inSession: session, made: made), day.adding(days: 1))
    }

    /// The names that a session's document brought with it.
    package static func names(inSession document: JSONValue) -> [String] {
        document.elements("participants").compactMap { $0["displayName"]?.string }.filter { !$0.isEmpty }
    }

    /// A session's document without them. Unit and function stay.
    package static func withoutNames(session document: JSONValue) -> JSONValue {
        guard !names(inSession: document).isEmpty else { return document }
        var document = document
        document["participants"] = .array(
            document.elements("participants").map { person in
                var person = person
                person["displayName"] = nil
                return person
            })
        return document
    }

    /// A session's document that follows the week's day.
    package static func withoutOwnNamesDay(session document: JSONValue) -> JSONValue {
        var document = document
        document[namesDay] = nil
        return document
    }
}
