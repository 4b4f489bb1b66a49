package import Facilitation
package import Planning
package import Storage

/// How much those who may make things may make, and how long a join code lets people in.
package struct CreationLimits: Sendable {
    /// Weeks on a server: one or two a year and municipality.
    package var weeks = 200
    /// Sessions in a week. A large municipality's week has some fifty; each costs a room and a code to guess.
    package var sessions = 300
    /// Personal links of a session that hold at the same time, those of its week's leaders among them.
    package var links = 500
    /// Browsers that one link is in use in at the same time; the one unused longest is signed out for a newer.
    package var browsers = 20
    /// Days that a link of somebody who facilitates or looks on holds after the week: time to finish what was begun.
    package var linkDays = 14
    /// Days that a leader's link holds: the plan's year.
    package var leaderLinkDays = 365
    /// Days that what somebody got who joined holds after the week: the quarter in which what was agreed is begun. Who
    /// comes by the code again gets it anew.
    package var participantDays = 90
    /// Days a join code holds after its session's day, or after it was made when that is later. Enough to write on
    /// after the week; a code on a poster that hangs longer lets nobody in.
    package var joinCodeDays = 30
    /// Drafts of a unit's plan that its leader opened, each of which told something new. A leader decides on what
    /// stands on the page; twenty changes of the models later the page is old.
    package var drafts = 20
    /// Bytes of memory for drafts that leaders have before them and have not taken from: twenty each of a hundred units,
    /// at 30 KiB.
    package var openedDraftBytes = 64 << 20

    package init() {}

    /// When a code that is made now stops letting people in, in milliseconds since 1970.
    package func joinCodeEnds(day: CalendarDate?, now: Int64) -> Int64 {
        let dayLength: Int64 = 86_400_000
        let start = day.map { Int64($0.dayNumber + 1) * dayLength } ?? now
        return max(start, now) + Int64(joinCodeDays) * dayLength
    }

    /// When a link that is made now ends, or what a participant gets, in milliseconds since 1970.
    ///
    /// - Parameter last: the week's last day, or the session's.
    package func linkEnds(_ role: Role, last: CalendarDate?, now: Int64) -> Int64 {
        let dayLength: Int64 = 86_400_000
        if role == .leader { return now + Int64(leaderLinkDays) * dayLength }
        let over = last.map { Int64($0.dayNumber + 1) * dayLength } ?? now
        return max(over, now) + Int64(role == .participant ? participantDays : linkDays) * dayLength
    }

    /// - Throws: `ApplicationError.full` when there is no room for one more week with this many sessions.
    package func checkWeek(sessions count: Int, _ reader: any StorageReader) throws {
        guard try reader.weeks().count < weeks else { throw ApplicationError.full(.weeks(weeks)) }
        try checkSessions(count)
    }

    /// - Throws: `ApplicationError.full` when a week may not have this many sessions.
    package func checkSessions(_ count: Int) throws {
        guard count <= sessions else { throw ApplicationError.full(.sessions(sessions)) }
    }

    /// - Throws: `ApplicationError.full` when a session may not have this many personal links.
    package func checkLinks(_ count: Int) throws {
        guard count <= links else { throw ApplicationError.full(.links(links)) }
    }
}

extension Week {
    /// The last day that a session's people have something to do: the week's last, or the session's own where that is
    /// later.
    package func lastDay(ofSession id: String) -> CalendarDate? {
        let days = [annualCycle.end, session(id)?.date].compactMap(\.self)
        return days.max { $0.dayNumber < $1.dayNumber }
    }
}
