import Application
import Rooms
import Transport

/// The rooms' timing on a real loop: what tests replace by a clock that they turn themselves.
///
/// Every body runs on the service loop, one after another; none of them may block.
@ServiceLoop
final class LoopClock: LoopTiming {
    /// Lives as long as the server: closures may hold the clock without asking.
    private let transport: Transport

    nonisolated init(_ transport: Transport) {
        self.transport = transport
    }

    /// When everything that has arrived is handled, before the loop waits again: the moment to answer many inputs at
    /// once.
    func atEndOfTurn(_ body: @escaping @ServiceLoop () -> Void) { transport.atEndOfTurn(body) }

    /// Can't be cancelled: whoever sets it looks, when it fires, whether there is still something to do.
    func after(_ delay: Duration, _ body: @escaping @ServiceLoop () -> Void) {
        transport.schedule(after: delay, body)
    }

    /// For durations and deadlines: never goes back, and means nothing in another process.
    var instant: ContinuousClock.Instant { .now }

    /// For what is stored and sent: milliseconds since 1970, which may be set back.
    var now: Int64 { WallClock.now }
}
