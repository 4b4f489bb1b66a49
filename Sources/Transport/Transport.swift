import CLibwebsockets
import Glibc
import HTTPTypes
package import Logging

/// HTTP/1.1 and WebSocket on one port, on one thread, by libwebsockets.
///
/// `init` listens, `run()` serves: the thread that calls it is the service thread until `shutdown` has finished.
/// Everything else is on `ServiceLoop`, except what says otherwise. See the article <doc:Transport>.
///
/// - SAFETY: `@unchecked` because of the stored properties that `run()` sets before the loop starts and clears after it
///   has ended; between, they are touched on the service thread only.
@ServiceLoop
package final class Transport {
    package nonisolated let configuration: TransportConfiguration
    /// Readable from any thread.
    package nonisolated let counters = TransportCounters()
    /// The port listened on, also where the configuration said 0.
    package nonisolated let boundPort: Int

    nonisolated let logger: Logger
    private nonisolated let library: EventLoopLibrary
    nonisolated let additionalHeaders: [HTTPField.Name]
    let handler: any TransportHandler
    private var stage = Stage.made
    private let listener: ListeningSocket

    /// The C side, while it lives.
    private(set) var context: ContextMemory?
    /// Retains what libwebsockets points to, until it has said that it lets go.
    var handles: [ObjectIdentifier: Handle] = [:]
    var connectionCount = 0
    /// Never 0: an address without connections is taken out, or the table would grow with every visitor.
    var connectionsByAddress: [ClientNetwork: Int] = [:]
    var nextConnectionID: UInt64 = 1
    var listenerHandle: DescriptorHandle?
    /// Requests under way, looked through once a second for those that are late.
    private var exchanges: [ObjectIdentifier: HTTPExchange] = [:]
    /// What the bodies of requests take that are held at the moment.
    var bodies: BodyBudget

    private var timers = TimerQueue()
    private var timerDescriptor: CInt = -1
    /// What the descriptor is set to; nil when it has fired or was never set.
    private var armedDeadline: ContinuousClock.Instant?
    /// WebSockets whose queue became non-empty in this turn.
    private var unflushed: [WebSocketConnection] = []
    let gathering = GatheringBuffer()
    nonisolated let memory: HeldMemory
    /// Counts the turns of the loop: a clock that costs nothing to read.
    private(set) var turnNumber: UInt64 = 0
    private(set) lazy var pings = PingSchedule(transport: self)
    private var turnCallbacks: [@ServiceLoop () -> Void] = []
    private var isFinished = false
    private var hasDrained = false
    /// Runs once, when the last connection has gone or the grace is over.
    private var onDrained: (@ServiceLoop @Sendable () async -> Void)?

    /// One way only: a transport that has stopped is not run again.
    private enum Stage { case made, running, draining, stopped }

    /// Checks the configuration and listens. Nothing is accepted before `run()`; until then clients wait in the
    /// system's queue.
    package nonisolated init(
        configuration: TransportConfiguration, handler: any TransportHandler, logger: Logger
    ) throws(TransportError) {
        self.configuration = configuration
        self.handler = handler
        bodies = BodyBudget(limits: configuration.limits)
        memory = HeldMemory(limit: configuration.limits.heldBytes)
        self.logger = logger
        additionalHeaders = try Self.headerNames(configuration.additionalHeaders)
        try Self.check(configuration)
        library = try EventLoopLibrary.load()
        try DescriptorLimit.adjust(to: configuration.limits.descriptors)
        listener = try ListeningSocket(host: configuration.host, port: configuration.port)
        boundPort = listener.port ?? configuration.port
        LogBridge.install(logger)
    }

    var isDraining: Bool { stage == .draining || stage == .stopped }

    func takeListener() -> CInt? {
        listener.take()
    }

    /// Once for each connection that was counted in.
    func connectionEnded(_ connection: Connection) {
        connectionCount -= 1
        counters.addOpen(-1)
        if let client = connection.countedClient, let count = connectionsByAddress[client] {
            connectionsByAddress[client] = count > 1 ? count - 1 : nil
        }
        if stage == .draining, connectionCount == 0 { drained() }
    }

    func began(_ exchange: HTTPExchange) {
        exchanges[ObjectIdentifier(exchange)] = exchange
    }
}

// MARK: - Running

extension Transport {
    /// Serves. Blocks the calling thread, which is the service thread until a shutdown has finished. The main thread of
    /// a program whose `main` is synchronous is fine; inside a `Task` use `serve()`.
    package nonisolated func run() throws(TransportError) {
        guard ServiceLoop.executor.claimThread() else { throw .loopBusy }
        let error = ServiceLoop.assumeIsolated { runToEnd() }
        ServiceLoop.executor.releaseThread()
        if let error { throw error }
    }

    /// Everything between the first and the last call into libwebsockets, on one thread.
    private func runToEnd() -> TransportError? {
        guard stage == .made else { return .alreadyRan }
        do throws(TransportError) {
            let memory = try open()
            stage = .running
            ServiceLoop.executor.attach(memory.context)
            turn(memory.loop)
            tearDown(memory)
            return nil
        } catch {
            stage = .stopped
            return error
        }
    }

    private func open() throws(TransportError) -> ContextMemory {
        let memory = try ContextMemory(configuration, library: library, user: self)
        context = memory
        do throws(TransportError) {
            try openTimer()
            try openListener()
        } catch {
            memory.destroy()
            throw error
        }
        scheduleHousekeeping()
        return memory
    }

    /// The loop. After each round of sockets: jobs from other threads, due timers, end-of-turn callbacks.
    private func turn(_ loop: OpaquePointer) {
        let executor = ServiceLoop.executor
        var hasWork: Bool { !turnCallbacks.isEmpty || !unflushed.isEmpty || executor.hasJobs }
        while !isFinished {
            library.run(loop, hasWork ? .noWait : .once)
            executor.drain()
            fireTimers()
            runTurnCallbacks()
            flush()
            turnNumber += 1
            if memory.isOver { relieveMemory() }
        }
    }

    private func tearDown(_ memory: ContextMemory) {
        stage = .stopped
        // Before the context dies, under the lock that every wake-up takes.
        ServiceLoop.executor.detach()
        memory.destroy()
        context = nil
        handles = [:]
        exchanges = [:]
        // What the last callbacks asked for still gets this thread, within reason.
        for _ in 0..<100 where ServiceLoop.executor.hasJobs { ServiceLoop.executor.drain() }
    }

    /// Runs `body` once, when this turn's sockets, jobs and timers are done: the place to send what many events of one
    /// turn have gathered. What a body asks for comes in the next turn, which then does not wait.
    package func atEndOfTurn(_ body: @escaping @ServiceLoop () -> Void) {
        turnCallbacks.append(body)
    }

    func flushAtEndOfTurn(_ webSocket: WebSocketConnection) {
        unflushed.append(webSocket)
    }

    /// In the order in which their queues began to fill. A handler that sends from here is flushed in the next turn.
    private func flush() {
        guard !unflushed.isEmpty else { return }
        let webSockets = unflushed
        unflushed.removeAll(keepingCapacity: true)
        for webSocket in webSockets { webSocket.flush() }
    }

    private func runTurnCallbacks() {
        guard !turnCallbacks.isEmpty else { return }
        let bodies = turnCallbacks
        turnCallbacks = []
        for body in bodies { body() }
    }

    /// About once a second: deadlines. libwebsockets' own timeouts need it too: its libev plugin arms its timer only
    /// while that is not armed, so on a quiet loop an earlier timeout waits for a later one (up to 30 s). Any event, as
    /// that of our timer, makes it look.
    private func scheduleHousekeeping() {
        schedule(after: .seconds(1)) { [weak self] in
            guard let self else { return }
            let now = ContinuousClock.now
            for (key, exchange) in exchanges {
                if exchange.phase == .over { exchanges[key] = nil } else { exchange.checkDeadline(at: now) }
            }
            scheduleHousekeeping()
        }
    }
}

// MARK: - Timers

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
    private func openTimer() throws(TransportError) {
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

    /// All that are due, before the end of the turn, so that what they send goes out with it.
    private func fireTimers() {
        guard let earliest = timers.earliest else { return }
        let now = ContinuousClock.now
        guard earliest <= now else { return }
        while let timer = timers.popDue(at: now) { timer.fire() }
        armedDeadline = nil
        arm()
    }

    /// Sets the descriptor only when a deadline comes before the one it is set to: most timers come later than one that
    /// is there.
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

// MARK: - Shutdown

extension Transport {
    /// Ends gracefully, from any thread: no more connections; requests under way are answered; WebSockets get what is
    /// queued for them, then 1012; after `grace`, whoever is left is cut. Then `finally` runs, the loop still alive for
    /// whatever it awaits, and when it has returned, `run()` returns. A second call changes nothing.
    package nonisolated func shutdown(
        grace: Duration = .seconds(5), finally: (@ServiceLoop @Sendable () async -> Void)? = nil
    ) {
        Task { @ServiceLoop in
            self.beginDraining(grace: grace, finally: finally)
        }
    }

    /// Idle connections go at once, others after their answer.
    private func beginDraining(grace: Duration, finally: (@ServiceLoop @Sendable () async -> Void)?) {
        guard stage == .running else { return }
        stage = .draining
        onDrained = finally
        if let wsi = listenerHandle?.wsi {
            lws_set_timeout(wsi, PENDING_TIMEOUT_USER_REASON_BASE, CInt(LWS_TO_KILL_SYNC))
        }
        for case let connection as Connection in Array(handles.values) {
            if let webSocket = connection.webSocket {
                webSocket.beginClose(code: 1012, reason: "restarting", cause: .shutdown)
            } else if connection.isIdle {
                connection.kill()
            } else {
                connection.exchange?.closes = true
            }
        }
        schedule(after: grace) { [weak self] in self?.drained() }
        if connectionCount == 0 { drained() }
    }

    /// Everyone is gone, or has had the time.
    private func drained() {
        guard !hasDrained else { return }
        hasDrained = true
        let finally = onDrained
        onDrained = nil
        Task { @ServiceLoop in
            await finally?()
            self.isFinished = true
        }
    }
}
