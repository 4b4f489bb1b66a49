import CLibwebsockets

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
    func drained() {
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
