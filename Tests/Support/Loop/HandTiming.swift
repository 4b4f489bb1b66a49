import Rooms
package import Transport

/// Time that a test turns by hand.
@ServiceLoop
package final class HandTiming: LoopTiming {
    private let start = ContinuousClock.now
    private var elapsed: Duration = .zero
    private var endOfTurn: [@ServiceLoop () -> Void] = []
    private var timers: [(at: Duration, body: @ServiceLoop () -> Void)] = []

    package init() {}

    package func atEndOfTurn(_ body: @escaping @ServiceLoop () -> Void) { endOfTurn.append(body) }

    package func after(_ delay: Duration, _ body: @escaping @ServiceLoop () -> Void) {
        timers.append((elapsed + delay, body))
    }

    package var instant: ContinuousClock.Instant { start + elapsed }
    /// The system's clock, which somebody may set.
    package var now: Int64 { 1_800_000_000_000 + Int64((elapsed + set) / .milliseconds(1)) }
    private var set: Duration = .zero

    /// Sets the system's clock forward or back; no time passes.
    package func setClock(by jump: Duration) { set += jump }

    /// Ends the loop's turn.
    package func turn() {
        let bodies = endOfTurn
        endOfTurn = []
        for body in bodies { body() }
    }

    /// Lets time pass; what is due then runs, earliest first.
    package func advance(by duration: Duration) {
        elapsed += duration
        let due = timers.filter { $0.at <= elapsed }.sorted { $0.at < $1.at }
        timers.removeAll { $0.at <= elapsed }
        for timer in due { timer.body() }
    }
}
