import Storage
import Synchronization

/// A real database whose writes a test holds back, or makes fail.
final class HeldStorage: Storage {
    enum Mode {
        case works
        /// Nothing is written, as when the disk is gone; until `repair()` and then `reopen()`.
        case fails
        /// Everything is written and yet reported as failed, as when a commit's outcome is lost.
        case failsAfterWriting
        /// It can be opened again, and then takes nothing, as a disk that only reads.
        case failsThoughItOpens
    }

    private struct State {
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var mode = Mode.works
        var failure: StorageError?
        var reopenings = 0
    }

    private let inner: SQLiteStorage
    private let state = Mutex(State())

    init() throws { inner = try SQLiteStorage.inMemory() }

    /// Writes wait from now on.
    func hold() { state.withLock { $0.isHeld = true } }

    func release() {
        let waiting = state.withLock { state in
            state.isHeld = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func fail(_ mode: Mode = .fails) { state.withLock { $0.mode = mode } }
    func repair() { state.withLock { $0.mode = .works } }
    var reopenings: Int { state.withLock { $0.reopenings } }

    func write<T: Sendable>(_ body: @escaping @Sendable (any StorageWriter) throws -> T) async throws -> T {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if state.isHeld { state.waiting.append(continuation) }
                return !state.isHeld
            }
            if goesOn { continuation.resume() }
        }
        let (mode, failure) = state.withLock { ($0.mode, $0.failure) }
        if let failure { throw failure }
        if case .works = mode { return try await inner.write(body) }
        if case .failsAfterWriting = mode { _ = try await inner.write(body) }
        let lost = StorageError.io("the disk is gone")
        state.withLock { $0.failure = lost }
        throw lost
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any StorageReader) throws -> T) async throws -> T {
        try await inner.read(body)
    }

    func eraseTraces() async throws {
        try await inner.eraseTraces()
    }

    func reopen() async throws(StorageError) {
        let failure: StorageError? = state.withLock { state in
            state.reopenings += 1
            if state.mode == .works || state.mode == .failsThoughItOpens { state.failure = nil }
            return state.failure
        }
        if let failure { throw failure }
    }

    func close() async { await inner.close() }
    var statistics: StorageStatistics { inner.statistics }
    var weekChanges: WeekChanges { inner.weekChanges }
    var failure: StorageError? { state.withLock { $0.failure } }
}
