import GRDB
import Synchronization

/// The storage in one SQLite file. See the article on this module for what is promised and how.
package final class SQLiteStorage: Storage {
    /// A connection with its writer; replaced when the database is opened anew.
    private struct Connection: Sendable {
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

    private init(
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

    /// The connection that is in use now. Whoever took it goes on with it: a reopening waits for its writes.
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

    /// Resumes on the database's thread after COMMIT, or at once when the body is not taken in.
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

// MARK: - Opening

extension SQLiteStorage {
    /// Opens the database at `path`, making it and its directories when missing, and brings its tables up to date.
    /// Blocks while it does.
    package static func open(
        path: String, options: SQLiteOptions = SQLiteOptions()
    ) throws(StorageError) -> SQLiteStorage {
        try open(path: path, options: options, commit: .standard)
    }

    static func open(
        path: String, options: SQLiteOptions, commit: CommitStep
    ) throws(StorageError) -> SQLiteStorage {
        try DataFile.prepare(path)
        let lock = try DataLock(database: path)
        let (recorder, observer) = (StatisticsRecorder(), WeekObserver())
        let connect: @Sendable () throws(StorageError) -> Connection = { () throws(StorageError) in
            // What a failed fsync left in memory alone would be read, built upon, and gone in the next power cut.
            try DataFile.rewrite(path + "-wal")
            let pool = try openPool(path, options)
            pool.writeWithoutTransaction { observer.start(on: $0) }
            let committer = GroupCommitter(pool, options: options, commit: commit, recorder: recorder)
            return Connection(database: pool, committer: committer)
        }
        return SQLiteStorage(try connect(), recorder: recorder, observer: observer, lock: lock) {
            () throws(StorageError) in
            // SQLite would make an empty database where the file has gone, and everybody would lose everything.
            guard DataFile.exists(path) else { throw .io("\(path) is gone") }
            return try connect()
        }
    }

    /// A database of its own, gone when it is closed. For tests.
    package static func inMemory(options: SQLiteOptions = SQLiteOptions()) throws(StorageError) -> SQLiteStorage {
        let queue = try StorageError.typed { try DatabaseQueue(configuration: configuration(options)) }
        try Schema.migrate(queue)
        let (recorder, observer) = (StatisticsRecorder(), WeekObserver())
        queue.writeWithoutTransaction { observer.start(on: $0) }
        let committer = GroupCommitter(queue, options: options, commit: .standard, recorder: recorder)
        return SQLiteStorage(
            Connection(database: queue, committer: committer), recorder: recorder, observer: observer, lock: nil,
            open: nil)
    }

    /// One connection that writes and several that read, which needs the write-ahead log.
    private static func openPool(_ path: String, _ options: SQLiteOptions) throws(StorageError) -> DatabasePool {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(options))
            try Schema.migrate(pool)
            // GRDB sets NORMAL when it turns the write-ahead log on; a commit would then return before the disk has it.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        } catch {
            throw StorageError(error, path: path)
        }
    }

    /// Opens the database for reading alone, beside a server that may be writing in it. Makes and changes nothing.
    ///
    /// - Throws: ``StorageError/notFound(_:)`` when there is no database, ``StorageError/newerVersion(found:supported:)``.
    package static func openForReading(
        path: String, options: SQLiteOptions = SQLiteOptions()
    ) throws(StorageError) -> SQLiteStorage {
        guard DataFile.exists(path) else { throw .notFound("database \(path)") }
        let pool: DatabasePool
        do {
            var configuration = Self.configuration(options)
            configuration.readonly = true
            pool = try DatabasePool(path: path, configuration: configuration)
            try Schema.check(pool)
        } catch {
            throw StorageError(error, path: path)
        }
        let recorder = StatisticsRecorder()
        let committer = GroupCommitter(pool, options: options, commit: .standard, recorder: recorder)
        return SQLiteStorage(
            Connection(database: pool, committer: committer), recorder: recorder, observer: WeekObserver(), lock: nil,
            open: nil)
    }
}

// MARK: - The write-ahead log

extension Database {
    /// Runs `body` with another busy timeout than the connection's own.
    fileprivate func patiently(milliseconds: Int, _ body: () throws -> Void) throws {
        let usual = try Int.fetchOne(self, sql: "PRAGMA busy_timeout") ?? 0
        try execute(sql: "PRAGMA busy_timeout = \(milliseconds)")
        defer { try? execute(sql: "PRAGMA busy_timeout = \(usual)") }
        try body()
    }

    /// A checkpoint that waits for readers as long as the busy timeout, and leaves the log empty. A database without
    /// one (in memory) has nothing to empty.
    /// - Throws: when a reader kept it from finishing.
    fileprivate func checkpointAndTruncate() throws {
        let row = try Row.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        let busy: Int? = row?[0]
        if busy == 1 { throw StorageError.io("a reader kept the write-ahead log from being emptied") }
    }
}
