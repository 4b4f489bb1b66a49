import Threads

/// Lets few work at the same time, in the order that ``TurnQueue`` says. Callable from anywhere; what is called when
/// its turn comes runs on `WorkThreads.documents`, unless it belongs to an actor with threads of its own.
package actor Turns {
    /// Why there is no place to wait.
    package enum Refusal: Error, Sendable, Hashable {
        case fullForAsker, full
    }

    private var queue: TurnQueue
    private var calls: [Int: CheckedContinuation<Void, any Error>] = [:]
    private var nextID = 0

    package init(limits: TurnLimits) {
        queue = TurnQueue(limits: limits)
    }

    package var counts: (running: Int, waiting: Int) { (queue.runningCount, queue.waitingCount) }

    /// - Throws: ``Refusal`` at once where too many wait; `CancellationError` for whoever is cancelled while waiting;
    ///   what `work` throws.
    package nonisolated func take<Made: Sendable>(
        by asker: Asker, size: Int, _ work: @Sendable () async throws -> Made
    ) async throws -> Made {
        let id = try await begin(asker, size)
        do {
            try Task.checkCancellation()
            let made = try await withTaskExecutorPreference(WorkThreads.documents) { try await work() }
            await end(id)
            return made
        } catch {
            await end(id)
            throw error
        }
    }

    private func begin(_ asker: Asker, _ size: Int) async throws -> Int {
        try Task.checkCancellation()
        nextID += 1
        let id = nextID
        switch queue.ask(id, by: asker, size: size) {
        case .go: return id
        case .full: throw Refusal.full
        case .fullForAsker: throw Refusal.fullForAsker
        case .wait: break
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (call: CheckedContinuation<Void, any Error>) in
                calls[id] = call
                // Cancelled before it could wait: nobody would wake it.
                if Task.isCancelled { giveUp(id) }
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
        return id
    }

    /// Whose turn came meanwhile keeps it, and gives it back by ending.
    private func giveUp(_ id: Int) {
        guard let call = calls.removeValue(forKey: id) else { return }
        end(id)
        call.resume(throwing: CancellationError())
    }

    private func end(_ id: Int) {
        for next in queue.leave(id) { calls.removeValue(forKey: next)?.resume() }
    }
}
