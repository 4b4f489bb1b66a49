extension SessionTimer {
    /// The events say what is left, so that each stands on its own; lengths are brought within
    /// ``SessionLimits/longestTimerMs`` whatever a record holds.
    mutating func apply(_ event: SessionEvent, at: Int64) {
        switch event {
        case .timerStarted(let durationMs): run(at: at, remaining: durationMs, of: durationMs)
        case .timerPaused(let remainingMs):
            let remaining = Self.bounded(remainingMs)
            self = .paused(durationMs: max(remaining, durationMs ?? 0), remainingMs: remaining)
        case .timerResumed(let remainingMs): run(at: at, remaining: remainingMs, of: durationMs ?? remainingMs)
        case .timerExtended(let byMs, let remainingMs): extend(at: at, by: byMs, remaining: remainingMs)
        case .timerStopped: self = .idle
        default: break
        }
    }

    private mutating func extend(at: Int64, by extension: Int64, remaining: Int64) {
        guard let durationMs else { return }
        let length = durationMs.clampedAdding(`extension`)
        if case .paused = self {
            let left = Self.bounded(remaining)
            self = .paused(durationMs: max(left, Self.bounded(length)), remainingMs: left)
        } else {
            run(at: at, remaining: remaining, of: length)
        }
    }

    private mutating func run(at: Int64, remaining: Int64, of length: Int64) {
        let left = Self.bounded(remaining)
        self = .running(durationMs: max(left, Self.bounded(length)), endsAt: at.clampedAdding(left))
    }

    private static func bounded(_ length: Int64) -> Int64 {
        min(max(0, length), SessionLimits.longestTimerMs)
    }
}
