import CLibwebsockets
import Glibc

extension Transport {
    /// Serves. Blocks the calling thread, which is the service thread until a shutdown has finished. The main thread of
    /// a program whose `main` is synchronous is fine; inside a `Task` use `serve()`.
    package nonisolated func run() throws(TransportError) {
        guard ServiceLoop.executor.claimThread() else { throw .loopBusy }
        let error = ServiceLoop.assumeIsolated { runToEnd() }
        ServiceLoop.executor.releaseThread()
        if let error { throw error }
    }

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
