/// A body that waits for its commit, with whoever waits for it. Exactly one of the two ways out is taken.
struct PendingWrite: Sendable {
    /// Runs the body; gives what to call once it is durable.
    let run: @Sendable (any StorageWriter) throws -> @Sendable () -> Void
    /// To call when it is not.
    let fail: @Sendable (any Error) -> Void
    /// When it was handed in, for the statistics.
    let submitted: ContinuousClock.Instant

    init<T: Sendable>(
        _ body: @escaping @Sendable (any StorageWriter) throws -> T, _ continuation: CheckedContinuation<T, any Error>
    ) {
        run = { writer in
            let value = try body(writer)
            return { continuation.resume(returning: value) }
        }
        fail = { continuation.resume(throwing: $0) }
        submitted = .now
    }
}
