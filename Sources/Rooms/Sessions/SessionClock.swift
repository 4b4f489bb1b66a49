import Transport

/// A session's own time: the system's when the session was opened, and from then on the monotonic clock's. Somebody
/// who sets the system's clock while people meet changes no timer and puts no event before an earlier one.
@ServiceLoop
struct SessionClock {
    private let timing: any LoopTiming
    private let opened: ContinuousClock.Instant
    private let openedAt: Int64

    /// - Parameter last: when its last event was, in milliseconds since 1970: the session's time goes on from there
    ///   where the system's clock was set back meanwhile.
    init(_ timing: any LoopTiming, notBefore last: Int64?) {
        self.timing = timing
        opened = timing.instant
        openedAt = max(timing.now, last ?? .min)
    }

    /// Milliseconds since 1970; never goes back.
    var now: Int64 {
        let elapsed = opened.duration(to: timing.instant) / .milliseconds(1)
        let (sum, overflows) = openedAt.addingReportingOverflow(Int64(elapsed))
        return overflows ? .max : sum
    }
}
