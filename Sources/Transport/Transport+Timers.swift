import CLibwebsockets
import Glibc

extension Transport {
    /// Calls `body` on the loop after `delay`, not earlier; later when the loop is busy. Resolution is microseconds.
    @discardableResult
    package func schedule(after delay: Duration, _ body: @escaping @ServiceLoop () -> Void) -> LoopTimer {
        let timer = LoopTimer(deadline: .now + max(delay, .zero), body: body)
        timers.insert(timer)
        arm()
        return timer
    }

    /// One descriptor for all timers. `lws_sul` is not used: see `scheduleHousekeeping`.
    func openTimer() throws(TransportError) {
        timerDescriptor = timerfd_create(CLOCK_MONOTONIC, CInt(TFD_NONBLOCK) | CInt(TFD_CLOEXEC))
        guard timerDescriptor >= 0 else { throw .lastSystemError(in: "timerfd_create") }
        let descriptor = timerDescriptor
        let handle = DescriptorHandle {
            var expirations: UInt64 = 0
            _ = read(descriptor, &expirations, MemoryLayout<UInt64>.size)
        }
        guard adopt(file: descriptor, as: handle) else {
            close(descriptor)
            throw .system(call: "lws_adopt_descriptor", reason: "the timer was refused")
        }
        arm()
    }

    func fireTimers() {
        guard let earliest = timers.earliest else { return }
        let now = ContinuousClock.now
        guard earliest <= now else { return }
        while let timer = timers.popDue(at: now) { timer.fire() }
        armedDeadline = nil
        arm()
    }

    private func arm() {
        guard timerDescriptor >= 0, let deadline = timers.earliest else { return }
        guard armedDeadline.map({ deadline < $0 }) ?? true else { return }
        armedDeadline = deadline
        let (seconds, attoseconds) = max(ContinuousClock.now.duration(to: deadline), .microseconds(1)).components
        var time = itimerspec()
        time.it_value.tv_sec = Int(seconds)
        time.it_value.tv_nsec = Int(attoseconds / 1_000_000_000)
        timerfd_settime(timerDescriptor, 0, &time, nil)
    }
}
