/// The session's one shared timer, computed from the times of its events: nothing ticks here.
package enum SessionTimer: Sendable, Hashable, Codable {
    case idle
    /// `endsAt`: milliseconds since 1970. It stays running when the time is up, until it is stopped.
    case running(durationMs: Int64, endsAt: Int64)
    case paused(durationMs: Int64, remainingMs: Int64)

    /// Milliseconds left at `now`, never below 0 nor above the length, also when a clock was set back; nil when idle.
    package func remainingMs(at now: Int64) -> Int64? {
        switch self {
        case .idle: nil
        case .running(let durationMs, let endsAt):
            min(max(0, endsAt.clampedAdding(now == .min ? .max : -now)), durationMs)
        case .paused(_, let remainingMs): remainingMs
        }
    }

    /// The whole length with extensions; nil when idle.
    package var durationMs: Int64? {
        switch self {
        case .idle: nil
        case .running(let durationMs, _), .paused(let durationMs, _): durationMs
        }
    }

    /// Whether the time is up at `now`.
    package func hasRunOut(at now: Int64) -> Bool {
        if case .running = self { remainingMs(at: now) == 0 } else { false }
    }

    // What follows from events. They say what is left, so that each stands on its own; lengths are brought within
    // `SessionLimits.longestTimerMs` whatever a record holds.

    fileprivate mutating func run(at: Int64, remaining: Int64, of length: Int64) {
        let left = Self.bounded(remaining)
        self = .running(durationMs: max(left, Self.bounded(length)), endsAt: at.clampedAdding(left))
    }

    fileprivate mutating func pause(remaining: Int64) {
        let left = Self.bounded(remaining)
        self = .paused(durationMs: max(left, durationMs ?? 0), remainingMs: left)
    }

    fileprivate mutating func extend(at: Int64, by extension: Int64, remaining: Int64) {
        guard let durationMs else { return }
        let length = durationMs.clampedAdding(`extension`)
        if case .paused = self {
            let left = Self.bounded(remaining)
            self = .paused(durationMs: max(left, Self.bounded(length)), remainingMs: left)
        } else {
            run(at: at, remaining: remaining, of: length)
        }
    }

    private static func bounded(_ length: Int64) -> Int64 {
        min(max(0, length), SessionLimits.longestTimerMs)
    }
}

extension Int64 {
    /// The sum, or the nearest value there is: a time from a damaged record must not stop the server.
    fileprivate func clampedAdding(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}

// MARK: Commands

/// Sets the timer going. One whose time is up makes way for the next.
package struct StartTimer: PageCommand {
    package static let kind = "startTimer"
    package static let roles = Permissions.leading
    let durationMs: Int64

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let timer = decision.state.timer
        guard timer == .idle || timer.hasRunOut(at: decision.at) else { throw Refusal(.timerAlreadyStarted) }
        try decision.checkDuration(durationMs)
        return [TimerStarted(durationMs: durationMs)]
    }
}

/// Halts a timer whose time is not up.
package struct PauseTimer: PageCommand {
    package static let kind = "pauseTimer"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let timer = decision.state.timer
        guard case .running = timer, !timer.hasRunOut(at: decision.at),
            let remaining = timer.remainingMs(at: decision.at)
        else { throw Refusal(.timerNotRunning) }
        return [TimerPaused(remainingMs: remaining)]
    }
}

/// Lets a paused timer go on with what was left.
package struct ResumeTimer: PageCommand {
    package static let kind = "resumeTimer"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        guard case .paused(_, let remaining) = decision.state.timer else { throw Refusal(.timerNotPaused) }
        return [TimerResumed(remainingMs: remaining)]
    }
}

/// Gives a timer more time. One whose time is up goes on from now.
package struct ExtendTimer: PageCommand {
    package static let kind = "extendTimer"
    package static let roles = Permissions.leading
    let byMs: Int64

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let timer = decision.state.timer
        guard let remaining = timer.remainingMs(at: decision.at), let length = timer.durationMs
        else { throw Refusal(.timerNotStarted) }
        try decision.checkDuration(byMs)
        try decision.checkDuration(length.clampedAdding(byMs))
        return [TimerExtended(byMs: byMs, remainingMs: remaining.clampedAdding(byMs))]
    }
}

/// Takes the timer away, running or not.
package struct StopTimer: PageCommand {
    package static let kind = "stopTimer"
    package static let roles = Permissions.leading

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        guard decision.state.timer != .idle else { throw Refusal(.timerNotStarted) }
        return [TimerStopped()]
    }
}

extension Decision {
    fileprivate func checkDuration(_ durationMs: Int64) throws(Refusal) {
        guard (SessionLimits.shortestTimerMs...SessionLimits.longestTimerMs).contains(durationMs)
        else { throw Refusal(.durationOutOfRange) }
    }
}

// MARK: Events

/// The timer runs from the time of the event.
package struct TimerStarted: ToldToAll {
    package static let kind = "timerStarted"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let durationMs: Int64

    package func apply(to state: inout SessionState, at: Int64) {
        state.timer.run(at: at, remaining: durationMs, of: durationMs)
    }
}

/// The timer stands still.
package struct TimerPaused: ToldToAll {
    package static let kind = "timerPaused"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let remainingMs: Int64

    package func apply(to state: inout SessionState, at: Int64) {
        state.timer.pause(remaining: remainingMs)
    }
}

/// The timer runs again, from the time of the event, with what was left.
package struct TimerResumed: ToldToAll {
    package static let kind = "timerResumed"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let remainingMs: Int64

    package func apply(to state: inout SessionState, at: Int64) {
        state.timer.run(at: at, remaining: remainingMs, of: state.timer.durationMs ?? remainingMs)
    }
}

/// The timer got more time.
package struct TimerExtended: ToldToAll {
    package static let kind = "timerExtended"
    package static let isHistory = false
    package static let isTakenWhenFull = true
    let byMs: Int64
    /// What is left with the extension.
    let remainingMs: Int64

    package func apply(to state: inout SessionState, at: Int64) {
        state.timer.extend(at: at, by: byMs, remaining: remainingMs)
    }
}

/// There is no timer any more.
package struct TimerStopped: ToldToAll {
    package static let kind = "timerStopped"
    package static let isHistory = false
    package static let isTakenWhenFull = true

    package func apply(to state: inout SessionState, at: Int64) {
        state.timer = .idle
    }
}
