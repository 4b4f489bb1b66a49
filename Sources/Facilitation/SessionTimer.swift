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
}
