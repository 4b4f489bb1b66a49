import GRDB
import Glibc

/// Copies a database as it is at one moment, also while a server writes in it.
package enum SQLiteBackup {
    /// SQLite's online backup in one step: writers go on in the write-ahead log meanwhile. The copy is one file without
    /// a log beside it, 0600, and on the disk when this returns.
    ///
    /// - Throws: ``StorageError/notFound(_:)`` when there is no database; ``StorageError/notWritable(path:reason:)`` when
    ///   the target is there already or cannot be made.
    package static func copy(from source: String, to target: String) throws(StorageError) {
        guard DataFile.exists(source) else { throw .notFound("database \(source)") }
        try DataFile.makeExclusively(target)
        do {
            var reading = SQLiteStorage.configuration(SQLiteOptions())
            reading.readonly = true
            let original = try DatabaseQueue(path: source, configuration: reading)
            defer { try? original.close() }
            let copy = try DatabaseQueue(path: target, configuration: SQLiteStorage.configuration(SQLiteOptions()))
            try original.backup(to: copy)
            // With the original's journal mode the copy could not be read from a place that is read-only.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch {
            unlink(target)
            throw StorageError(error, path: target)
        }
        try DataFile.sync(target)
    }
}

extension SQLiteBackup {
    /// Gives a directory its name, on the disk when this returns. Never replaces one that holds anything (rename(2)).
    package static func rename(_ path: String, to target: String) throws(StorageError) {
        guard Glibc.rename(path, target) == 0 else {
            throw .notWritable(path: target, reason: DataFile.reason(errno))
        }
        DataFile.sync(directory: DataFile.directory(of: target))
    }
}

/// Puts a copy in the place of a database that no server holds. At every instant either the old data is whole, or a
/// mark beside it keeps a server from starting until the restore has been run again.
package struct SQLiteRestore: Sendable {
    private static let logs = ["-wal", "-shm"]

    private let path: String
    private let lock: DataLock

    /// Takes the database's lock and makes its directory when there is none.
    /// - Throws: ``StorageError/inUse(path:)`` while a server holds it.
    package init(path: String) throws(StorageError) {
        try DataFile.makeDirectory(DataFile.directory(of: path))
        self.path = path
        lock = try DataLock(database: path)
    }

    /// Whether anything would be lost by putting another database here.
    package var hasData: Bool { ([""] + Self.logs).contains { DataFile.exists(path + $0) } }

    /// Whether an earlier restore was cut off after it had begun to move what was here.
    package var isUnfinished: Bool { DataFile.exists(Self.mark(of: path)) }

    /// Copies `source` beside the database; touches nothing else.
    /// - Returns: the copy, to be looked through before ``finish(settingAside:)``.
    package func stage(from source: String) throws(StorageError) -> String {
        unlink(incoming)
        try SQLiteBackup.copy(from: source, to: incoming)
        return incoming
    }

    /// Forgets what was staged.
    package func abandon() { unlink(incoming) }

    /// Moves what is there into `folder`, and the staged copy into its place.
    package func finish(settingAside folder: String) throws(StorageError) {
        try move(incoming, to: Self.mark(of: path))
        if hasData {
            try DataFile.makeDirectory(folder)
            let name = path.split(separator: "/").last ?? ""
            for file in ([""] + Self.logs) where DataFile.exists(path + file) {
                try move(path + file, to: "\(folder)/\(name)\(file)")
            }
            DataFile.sync(directory: folder)
        }
        DataFile.sync(directory: DataFile.directory(of: path))
        try move(Self.mark(of: path), to: path)
        DataFile.sync(directory: DataFile.directory(of: path))
    }

    /// Lets a server start. What was staged and not finished stays where it is.
    package func close() { lock.release() }

    /// There from before the old data is touched until the new data is in its place.
    static func mark(of path: String) -> String { path + ".restoring" }

    private var incoming: String { path + ".incoming" }

    /// Both names are in one file system, beside each other: rename(2) is whole or not at all.
    private func move(_ from: String, to target: String) throws(StorageError) {
        guard rename(from, target) == 0 else { throw .notWritable(path: target, reason: DataFile.reason(errno)) }
    }
}
