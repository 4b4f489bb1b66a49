/// The isolation of everything that lives on the libwebsockets service thread.
///
/// Its executor is the loop of whichever `Transport` runs; there is one loop per process. Work enqueued while none
/// runs is kept, in order, for the next one. `Task { @ServiceLoop in … }` and `await` work from any thread.
@globalActor
package actor ServiceLoop {
    package static let shared = ServiceLoop()

    static let executor = ServiceLoopExecutor()

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        Self.executor.asUnownedSerialExecutor()
    }

    /// Runs `operation` here and now. Stops the program when the calling thread is not the service thread: that is a
    /// mistake in this program, never a matter of input.
    package static nonisolated func assumeIsolated<T: Sendable>(_ operation: @ServiceLoop () throws -> T) rethrows -> T
    {
        typealias Isolated = @ServiceLoop () throws -> T
        typealias Plain = () throws -> T
        executor.checkIsolated()
        return try withoutActuallyEscaping(operation) { (escaping: @escaping Isolated) throws -> T in
            // The two types differ only in isolation, which was just checked; MainActor does the same.
            try unsafeBitCast(escaping, to: Plain.self)()
        }
    }
}
