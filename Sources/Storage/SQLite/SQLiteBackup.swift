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
