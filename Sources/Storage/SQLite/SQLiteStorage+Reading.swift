import GRDB

extension SQLiteStorage {
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
