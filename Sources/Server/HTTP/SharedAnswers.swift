import Application
import Rooms
import Threads
import Transport

/// Answers that are the same for everybody who asks within a while, made once: so that what needs no sign-in costs a
/// look-up, however often it is asked.
@ServiceLoop
final class SharedAnswers {
    private struct Entry {
        let until: ContinuousClock.Instant
        let answer: Task<Response, any Error>
    }

    private let timing: any LoopTiming
    private var entries: [String: Entry] = [:]
    /// More than there are pages without sign-in that anybody looks at at the same time.
    private static let kept = 500

    init(timing: any LoopTiming) {
        self.timing = timing
    }

    /// The answer of this name, made now unless one was begun within `lifetime`. Requests that come meanwhile wait for
    /// the same.
    ///
    /// - Throws: what `make` throws, to all who waited; it is made anew for the next.
    func answer(
        _ name: String, for lifetime: Duration, make: @escaping @ServiceLoop @Sendable () async throws -> Response
    ) async throws -> Response {
        let now = timing.instant
        if let entry = entries[name], entry.until > now { return try await entry.answer.value }
        if entries.count >= Self.kept { entries = entries.filter { $0.value.until > now } }
        let answer = Task { @ServiceLoop in
            try await withTaskExecutorPreference(WorkThreads.answers) { try await make() }
        }
        // A crowd of names, which only somebody who tries them out makes, is answered without being remembered.
        if entries.count < Self.kept { entries[name] = Entry(until: now + lifetime, answer: answer) }
        do {
            return try await answer.value
        } catch {
            forget(name)
            throw error
        }
    }

    /// What was answered is no longer so.
    func forget(_ name: String) { entries[name] = nil }
}

extension Duration {
    /// For what only a new build or a new start changes.
    static let untilRestart: Duration = .seconds(365 * 24 * 60 * 60)
}
