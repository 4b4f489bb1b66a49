import GRDB
import Synchronization

/// The storage in one SQLite file. See the article on this module for what is promised and how.
package final class SQLiteStorage: Storage {
    /// A connection with its writer; replaced when the database is opened anew.
    struct Connection: Sendable {
        let database: any DatabaseWriter
        let committer: GroupCommitter
    }

    private struct State {
        var connection: Connection
        var isReopening = false
        var isClosed = false
    }

    private let state: Mutex<State>
    private let recorder: StatisticsRecorder
    private let observer: WeekObserver
    /// Opens the file again; nil for a database in memory, which has none.
    private let open: (@Sendable () throws(StorageError) -> Connection)?
    private let lock: DataLock?

    init(
        _ connection: Connection, recorder: StatisticsRecorder, observer: WeekObserver, lock: DataLock?,
        open: (@Sendable () throws(StorageError) -> Connection)?
    ) {
        state = Mutex(State(connection: connection))
        self.recorder = recorder
        self.observer = observer
        self.lock = lock
        self.open = open
    }

    package var statistics: StorageStatistics { recorder.statistics }

    package var weekChanges: WeekChanges { observer.changes }

    package var failure: StorageError? { current.committer.failure }

    private var current: Connection { state.withLock { $0.connection } }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any StorageWriter) throws -> T
    ) async throws -> T {
        guard let companion = WriteCompanion.take() else { return try await commit(body) }
        var isWritten = false
        defer { companion.settle(isWritten) }
        let value = try await commit { writer in
            let value = try body(writer)
            try companion.body(writer)
            return value
        }
        isWritten = true
        return value
    }

    private func commit<T: Sendable>(
        _ body: @escaping @Sendable (any StorageWriter) throws -> T
    ) async throws -> T {
        let committer = current.committer
        return try await withCheckedThrowingContinuation { continuation in
            committer.submit(PendingWrite(body, continuation))
        }
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any StorageReader) throws -> T
    ) async throws -> T {
        do {
            return try await current.database.read { try body(SQLiteAccess(database: $0)) }
        } catch let error as DatabaseError {
            throw StorageError(error)
        }
    }

    /// What is deleted in the database itself is overwritten by `secure_delete`; older versions of pages are in the
    /// write-ahead log alone. Readers are waited for a twentieth of a second, because writers wait meanwhile.
    package func eraseTraces() async throws {
        do {
            try await current.database.writeWithoutTransaction { database in
                try database.patiently(milliseconds: 50) { try database.checkpointAndTruncate() }
            }
        } catch {
            throw StorageError(error)
        }
    }

    package func reopen() async throws(StorageError) {
        guard let open else { return }
        let failed = try beginReopening()
        await failed.committer.close()
        try? failed.database.close()
        let result = Result { () throws(StorageError) in try open() }
        let isUnwanted = state.withLock { state in
            state.isReopening = false
            if !state.isClosed, case .success(let fresh) = result { state.connection = fresh }
            return state.isClosed
        }
        let fresh = try result.get()
        if isUnwanted { try? fresh.database.close() }
    }

    /// One at a time: a second caller hears what is wrong, and nothing else happens.
    private func beginReopening() throws(StorageError) -> Connection {
        try state.withLock { state throws(StorageError) in
            if state.isClosed { throw .closed }
            if state.isReopening { throw state.connection.committer.failure ?? .io("the database is being reopened") }
            state.isReopening = true
            return state.connection
        }
    }

    package func close() async {
        let last = state.withLock { state in
            state.isClosed = true
            return state.connection
        }
        await last.committer.close()
        // GRDB closes its readers last, and a reader cannot empty the log. What fails here is only tidiness: all is
        // committed, the next opening replays the log, and a connection with a read under way closes when let go.
        try? await last.database.writeWithoutTransaction { try $0.checkpointAndTruncate() }
        try? last.database.close()
        lock?.release()
    }
}
