package import Transport

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
