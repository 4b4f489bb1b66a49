package import Planning

extension Week {
    /// The last day that a session's people have something to do: the week's last, or the session's own where that is
    /// later.
    package func lastDay(ofSession id: String) -> CalendarDate? {
        let days = [annualCycle.end, session(id)?.date].compactMap(\.self)
        return days.max { $0.dayNumber < $1.dayNumber }
    }
}
