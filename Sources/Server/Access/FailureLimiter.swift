/// Counts failed guesses at join codes and links, per address and in all.
struct FailureLimiter {
    private struct Window {
        var startedAt: Int64
        var failures: Int
    }

    private let limits: AccessLimits
    private var windows: [String: Window] = [:]
    private var all = Window(startedAt: 0, failures: 0)

    init(limits: AccessLimits = AccessLimits()) {
        self.limits = limits
    }

    private var windowMilliseconds: Int64 { Int64(limits.window / .milliseconds(1)) }

    /// Whether `address` may try once more.
    mutating func allows(_ address: String, now: Int64) -> Bool {
        if now - all.startedAt >= windowMilliseconds { all = Window(startedAt: now, failures: 0) }
        guard all.failures < limits.failures else { return false }
        guard let window = windows[address], now - window.startedAt < windowMilliseconds else { return true }
        return window.failures < limits.failuresPerAddress
    }

    /// Notes a failed try.
    mutating func noteFailure(_ address: String, now: Int64) {
        all.failures += 1
        if let window = windows[address], now - window.startedAt < windowMilliseconds {
            windows[address]?.failures += 1
            return
        }
        if windows.count >= limits.addresses {
            let window = windowMilliseconds
            windows = windows.filter { now - $0.value.startedAt < window }
            if windows.count >= limits.addresses { windows.removeAll() }
        }
        windows[address] = Window(startedAt: now, failures: 1)
    }
}
