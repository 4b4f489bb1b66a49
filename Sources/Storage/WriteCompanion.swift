import Synchronization

/// Something that goes into the same transaction as what a task writes next, once: both are there or neither, also after
/// a crash. A task carries it, so that what writes need not know of it.
///
/// Only the task that it was given to has it, not those which that one begins: what the server does beside an answer,
/// such as saving what others wrote, is not what was asked for.
package final class WriteCompanion: Sendable {
    /// Runs in the savepoint of what it accompanies: when it throws, both are undone.
    package typealias Body = @Sendable (any StorageWriter) throws -> Void

    private struct State {
        var body: Body
        var isWaiting = true
        var isWritten = false
    }

    private struct Carried: Sendable {
        let companion: WriteCompanion
        let task: Int?
    }

    @TaskLocal private static var carried: Carried?

    private let state: Mutex<State>

    /// Nothing is written until a task that carries it writes.
    package init(_ body: @escaping Body) {
        state = Mutex(State(body: body))
    }

    /// Whether it was committed.
    package var isWritten: Bool { state.withLock { $0.isWritten } }

    /// Puts something else in its place, if it was not taken along yet.
    package func replace(by body: @escaping Body) { state.withLock { $0.body = body } }

    /// Runs `operation` in this task with it.
    package func accompany<T>(
        isolation: isolated (any Actor)? = #isolation, _ operation: () async throws -> T
    ) async rethrows -> T {
        try await Self.$carried.withValue(
            Carried(companion: self, task: Self.task), operation: operation, isolation: isolation)
    }

    private static var task: Int? { withUnsafeCurrentTask { $0?.hashValue } }

    /// What has to go along with what this task is about to write, if anything. Whoever takes it says how it ended.
    static func take() -> (body: Body, settle: @Sendable (Bool) -> Void)? {
        guard let carried, carried.task == task else { return nil }
        let companion = carried.companion
        let body: Body? = companion.state.withLock { state in
            guard state.isWaiting else { return nil }
            state.isWaiting = false
            return state.body
        }
        return body.map { body in
            (
                body,
                { isWritten in
                    companion.state.withLock { ($0.isWritten, $0.isWaiting) = (isWritten, !isWritten) }
                }
            )
        }
    }
}
