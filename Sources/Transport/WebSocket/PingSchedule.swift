import CLibwebsockets
import DequeModule

/// When each open WebSocket is pinged, and hung up when it stays silent (RFC 6455 section 5.5.2).
///
/// libwebsockets would do it, but keeps its timers in one sorted list, in which each ping and each pong walks past
/// those of all other connections: with 15,000 open, opening them took 9 s of CPU. Every delay here is the same for all,
/// so what is appended last is due last.
@ServiceLoop
final class PingSchedule {
    private unowned let transport: Transport
    private var toPing: Delayed
    private var toJudge: Delayed
    /// One for all WebSockets, running while any is open.
    private var timer: LoopTimer?

    init(transport: Transport) {
        self.transport = transport
        let limits = transport.configuration.limits
        toPing = Delayed(delay: .seconds(limits.pingSeconds))
        toJudge = Delayed(delay: .seconds(limits.hangUpSeconds) - .seconds(limits.pingSeconds))
    }

    /// From the handshake on.
    func add(_ pulse: Pulse) {
        toPing.append(pulse, at: .now)
        arm()
    }

    /// Judges first: who was pinged long enough ago and kept silent is not pinged again.
    private func fire() {
        let now = ContinuousClock.now
        while let pulse = toJudge.popDue(at: now) { pulse.judge() }
        while let pulse = toPing.popDue(at: now) {
            guard pulse.ping() else { continue }
            toPing.append(pulse, at: now)
            toJudge.append(pulse, at: now)
        }
        timer = nil
        arm()
    }

    private func arm() {
        guard timer == nil, let due = [toPing.earliest, toJudge.earliest].compactMap({ $0 }).min() else { return }
        // Some at a time, rather than a turn of the loop for each.
        let delay = max(ContinuousClock.now.duration(to: due), .milliseconds(50))
        timer = transport.schedule(after: delay) { [weak self] in self?.fire() }
    }
}

extension PingSchedule {
    /// Whether one WebSocket lives. Stays behind in the schedule, empty, for a while after that has ended.
    @ServiceLoop
    final class Pulse {
        private var webSocket: WebSocketConnection?
        /// Anything came since the last ping.
        var isHeard = true

        init(of webSocket: WebSocketConnection) {
            self.webSocket = webSocket
        }

        func stop() {
            webSocket = nil
        }

        /// False when there is nothing more to ping.
        fileprivate func ping() -> Bool {
            guard let webSocket, webSocket.isOpen else { return false }
            isHeard = false
            webSocket.ping()
            return true
        }

        /// Anything that was received counts as an answer, not a pong alone.
        fileprivate func judge() {
            guard !isHeard else { return }
            webSocket?.hangUp()
        }
    }

    /// What is due `delay` after it was appended.
    private struct Delayed {
        let delay: Duration
        private var entries: Deque<(pulse: Pulse, due: ContinuousClock.Instant)> = []

        init(delay: Duration) {
            self.delay = delay
        }

        var earliest: ContinuousClock.Instant? { entries.first?.due }

        mutating func append(_ pulse: Pulse, at now: ContinuousClock.Instant) {
            entries.append((pulse, now + delay))
        }

        mutating func popDue(at now: ContinuousClock.Instant) -> Pulse? {
            guard let first = entries.first, first.due <= now else { return nil }
            return entries.removeFirst().pulse
        }
    }
}
