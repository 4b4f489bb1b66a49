import GRDB

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

    static func configuration(_ options: SQLiteOptions) -> Configuration {
        var configuration = Configuration()
        configuration.label = "Samspil"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(options.busyTimeoutSeconds)
        configuration.maximumReaderCount = options.readers
        // A rollback that fails leaves a transaction open; the next group rolls it back, and must not trap on it.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            database.add(function: RowChecksum.function)
            for pragma in ["secure_delete = ON", "cell_size_check = ON", "trusted_schema = OFF"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
            guard let bytes = options.maximumBytes else { return }
            let pageSize = try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 4_096
            try database.execute(sql: "PRAGMA max_page_count = \(max(1, bytes / pageSize))")
        }
        return configuration
    }
}
