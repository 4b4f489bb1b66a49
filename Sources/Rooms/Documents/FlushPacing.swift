/// When a room may next send everybody what it gained.
///
/// A flush costs one write for each receiver, however much it holds. So a room waits an eighth of a microsecond for
/// each delivery a second that it would have to make: not at all while few write or few read, 10 ms for 20 people of
/// 200 who write 20 times a second, 25 ms at 50 times, and never longer than a person takes for being at once.
struct FlushPacing {
    /// Seconds of waiting for each delivery per second.
    private static let perDelivery = 125e-9
    /// Shorter is not waited: a timer costs more than it saves.
    private static let shortest = 1e-3
    private static let longest = 25e-3
    /// Seconds over which changes are averaged.
    private static let memory = 0.5

    private var changesPerSecond = 0.0
    private var countedAt: ContinuousClock.Instant
    private var flushedAt: ContinuousClock.Instant?

    /// - Parameter now: on the monotonic clock.
    init(at now: ContinuousClock.Instant) {
        countedAt = now
    }

    /// Counts a change that everybody is to be sent.
    mutating func count(at now: ContinuousClock.Instant) {
        let elapsed = countedAt.duration(to: now) / .seconds(1)
        changesPerSecond = changesPerSecond / (1 + elapsed / Self.memory) + 1 / Self.memory
        countedAt = now
    }

    mutating func flushed(at now: ContinuousClock.Instant) {
        flushedAt = now
    }

    /// How long to wait; zero when what came last was sent long enough ago.
    func delay(at now: ContinuousClock.Instant, receivers: Int) -> Duration {
        let interval = min(Self.longest, changesPerSecond * Double(receivers) * Self.perDelivery)
        guard interval >= Self.shortest, let flushedAt else { return .zero }
        return max(.zero, now.duration(to: flushedAt + .seconds(interval)))
    }
}
