extension Decision {
    /// A timer whose time is up makes way for the next.
    func startTimer(_ durationMs: Int64) throws(Refusal) -> [SessionEvent] {
        guard state.timer == .idle || state.timer.hasRunOut(at: at) else { throw Refusal(.timerAlreadyStarted) }
        try checkDuration(durationMs)
        return [.timerStarted(durationMs: durationMs)]
    }

    func pauseTimer() throws(Refusal) -> [SessionEvent] {
        guard case .running = state.timer, !state.timer.hasRunOut(at: at),
            let remaining = state.timer.remainingMs(at: at)
        else { throw Refusal(.timerNotRunning) }
        return [.timerPaused(remainingMs: remaining)]
    }

    func resumeTimer() throws(Refusal) -> [SessionEvent] {
        guard case .paused(_, let remaining) = state.timer else { throw Refusal(.timerNotPaused) }
        return [.timerResumed(remainingMs: remaining)]
    }

    /// A timer whose time is up goes on from now.
    func extendTimer(by byMs: Int64) throws(Refusal) -> [SessionEvent] {
        guard let remaining = state.timer.remainingMs(at: at), let length = state.timer.durationMs
        else { throw Refusal(.timerNotStarted) }
        try checkDuration(byMs)
        try checkDuration(length.clampedAdding(byMs))
        return [.timerExtended(byMs: byMs, remainingMs: remaining.clampedAdding(byMs))]
    }

    func stopTimer() throws(Refusal) -> [SessionEvent] {
        guard state.timer != .idle else { throw Refusal(.timerNotStarted) }
        return [.timerStopped]
    }

    private func checkDuration(_ durationMs: Int64) throws(Refusal) {
        guard (SessionLimits.shortestTimerMs...SessionLimits.longestTimerMs).contains(durationMs)
        else { throw Refusal(.durationOutOfRange) }
    }
}
