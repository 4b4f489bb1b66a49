import Application
import Rooms
import Storage
import Transport

/// Measures how busy the loop is: a timer that is due now and then, and how much later it fires.
@ServiceLoop
final class LoopDelay {
    /// Often enough to meet a stall of that length for certain, seldom enough to cost nothing.
    static let interval: Duration = .milliseconds(250)

    private(set) var delays = LatencyHistogram()
    private let timing: any LoopTiming

    init(timing: any LoopTiming) {
        self.timing = timing
    }

    /// Measures from now on, for as long as this is held.
    func start() {
        let due = timing.instant + Self.interval
        timing.after(Self.interval) { [weak self] in
            guard let self else { return }
            delays.record(max(.zero, due.duration(to: timing.instant)))
            start()
        }
    }
}
