import Glibc

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

    package func close() { lock.release() }

    /// There from before the old data is touched until the new data is in its place.
    static func mark(of path: String) -> String { path + ".restoring" }

    private var incoming: String { path + ".incoming" }

    private func move(_ from: String, to target: String) throws(StorageError) {
        guard rename(from, target) == 0 else { throw .notWritable(path: target, reason: DataFile.reason(errno)) }
    }
}
