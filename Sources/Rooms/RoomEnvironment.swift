import Logging
import Planning
package import Transport

/// What every room is given: its bounds, the time, what a model's fields are, and where it writes what went wrong.
@ServiceLoop
struct RoomEnvironment {
    let limits: RoomLimits
    let timing: any LoopTiming
    let definitions: FieldDefinitions
    let logger: Logger
}

/// When things happen, as the rooms ask for it: a parameter, so that a test can turn the clock itself.
@ServiceLoop
package protocol LoopTiming: AnyObject {
    /// Runs `body` once everything that arrived in this turn of the loop has been handled.
    func atEndOfTurn(_ body: @escaping @ServiceLoop () -> Void)

    /// Runs `body` on the loop after `delay`.
    func after(_ delay: Duration, _ body: @escaping @ServiceLoop () -> Void)

    /// The monotonic clock, for everything that is measured or times out.
    var instant: ContinuousClock.Instant { get }

    /// Milliseconds since 1970, for what people read and what is stored.
    var now: Int64 { get }
}

/// Hears what the rooms do, for the metrics. Called on the loop; does no I/O.
@ServiceLoop
package protocol RoomObserver: AnyObject {
    /// A document was read from the database.
    func loadedDocument()
    /// An update was taken and integrated, or waits for what it builds on.
    func tookUpdate(bytes: Int)
    /// Something was refused and not looked at further.
    func dropped(_ reason: DropReason)
    /// A message was handed to this many connections.
    func delivered(_ receivers: Int)
    /// This much time passed between a batch's leaving the room and its commit.
    func saved(after: Duration)
}
