import Application
import Rooms
import Transport

/// The rooms' timing on a real loop.
@ServiceLoop
final class LoopClock: LoopTiming {
    private let transport: Transport

    nonisolated init(_ transport: Transport) {
        self.transport = transport
    }

    func atEndOfTurn(_ body: @escaping @ServiceLoop () -> Void) { transport.atEndOfTurn(body) }

    func after(_ delay: Duration, _ body: @escaping @ServiceLoop () -> Void) {
        transport.schedule(after: delay, body)
    }

    var instant: ContinuousClock.Instant { .now }

    var now: Int64 { WallClock.now }
}
