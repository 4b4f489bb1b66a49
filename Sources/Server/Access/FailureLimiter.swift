/// Counts failed guesses at join codes and links, per address and in all. Windows are measured with the monotonic clock:
/// setting the system's neither lets a guesser in nor keeps anybody out.
struct FailureLimiter {
    private struct Window {
        var startedAt: ContinuousClock.Instant
        var failures: Int
    }

    private let limits: AccessLimits
    private var windows: [String: Window] = [:]
    private var all: Window?

    init(limits: AccessLimits = AccessLimits()) {
        self.limits = limits
    }

    /// Whether `address` may try once more.
    func allows(_ address: String, now: ContinuousClock.Instant) -> Bool {
        current(all, at: now).failures < limits.failures
            && current(windows[address], at: now).failures < limits.failuresPerAddress
    }

    /// Notes a failed try.
    mutating func noteFailure(_ address: String, now: ContinuousClock.Instant) {
        if windows[address] == nil, windows.count >= limits.addresses {
            windows = windows.filter { isOpen($0.value, at: now) }
            if windows.count >= limits.addresses { windows.removeAll() }
        }
        let (whole, own) = (current(all, at: now), current(windows[address], at: now))
        all = Window(startedAt: whole.startedAt, failures: whole.failures + 1)
        windows[address] = Window(startedAt: own.startedAt, failures: own.failures + 1)
    }

    /// A window that is over, or was never opened, begins anew.
    private func current(_ window: Window?, at now: ContinuousClock.Instant) -> Window {
        if let window, isOpen(window, at: now) { window } else { Window(startedAt: now, failures: 0) }
    }

    private func isOpen(_ window: Window, at now: ContinuousClock.Instant) -> Bool {
        now - window.startedAt < limits.window
    }
}
