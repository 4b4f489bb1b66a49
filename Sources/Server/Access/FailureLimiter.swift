/// Counts failed guesses at join codes and links, per address and in all.
///
/// Only failures count: a whole municipality may come in behind one address. At 30 failures per address and ten
/// minutes, and 600 in all, finding one of a hundred codes among 32⁸ takes centuries.
struct FailureLimiter {
    private struct Window {
        var startedAt: Int64
        var failures: Int
    }

    private static let windowMilliseconds: Int64 = 10 * 60 * 1000
    private static let perAddress = 30
    private static let inAll = 600
    /// Addresses remembered at the same time; the oldest windows are forgotten first.
    private static let addresses = 10_000

    private var windows: [String: Window] = [:]
    private var all = Window(startedAt: 0, failures: 0)

    /// Whether `address` may try once more.
    mutating func allows(_ address: String, now: Int64) -> Bool {
        if now - all.startedAt >= Self.windowMilliseconds { all = Window(startedAt: now, failures: 0) }
        guard all.failures < Self.inAll else { return false }
        guard let window = windows[address], now - window.startedAt < Self.windowMilliseconds else { return true }
        return window.failures < Self.perAddress
    }

    /// Notes a failed try.
    mutating func noteFailure(_ address: String, now: Int64) {
        all.failures += 1
        if let window = windows[address], now - window.startedAt < Self.windowMilliseconds {
            windows[address]?.failures += 1
            return
        }
        if windows.count >= Self.addresses {
            windows = windows.filter { now - $0.value.startedAt < Self.windowMilliseconds }
            if windows.count >= Self.addresses { windows.removeAll() }
        }
        windows[address] = Window(startedAt: now, failures: 1)
    }
}
