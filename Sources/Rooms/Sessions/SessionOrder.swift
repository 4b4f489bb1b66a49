import Transport

/// Whose turn it is in a session: what changes its state is taken one at a time, in the order in which it came, so that
/// each is decided against what the one before it left.
@ServiceLoop
final class Turns {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Whether nobody has a turn or waits for one.
    var isIdle: Bool { !isTaken && waiting.isEmpty }

    /// Returns when it is the caller's turn; ``end()`` has to follow.
    func begin() async {
        guard isTaken else { isTaken = true; return }
        await withCheckedContinuation { waiting.append($0) }
    }

    func end() {
        guard !waiting.isEmpty else { isTaken = false; return }
        waiting.removeFirst().resume()
    }
}

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
