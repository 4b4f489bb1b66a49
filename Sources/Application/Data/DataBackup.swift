package import Foundation
import Storage

/// A backup of a data directory: a directory with one database file, whole at one moment. Made beside a running server.
package enum DataBackup {
    /// Copies, looks the copy through, and gives it its name only then: what has the name is good.
    ///
    /// - Parameters:
    ///   - directory: the data directory.
    ///   - target: the directory to make. Must not exist.
    ///   - report: gets the lines of the check.
    /// - Throws: `SetupError`, `StorageError`; then nothing was made.
    package static func make(of directory: String, at target: String, report: @escaping (String) -> Void) throws {
        let target = withoutTrailingSlash(target)
        let advice = "a backup is never written over, name another place"
        guard !isThere(target) else { throw SetupError.alreadyThere(path: target, advice: advice) }
        let partial = "\(target).partial-\(UUID().uuidString.prefix(8))"
        try makeDirectory(partial)
        do {
            try copy(directory, to: partial)
            let faults = try DataCheck.run(directory: partial, report: report)
            guard faults == 0 else { throw SetupError.damaged(directory: directory, faults: faults) }
            try SQLiteBackup.rename(partial, to: target)
        } catch {
            try? FileManager.default.removeItem(atPath: partial)
            if isThere(target) { throw SetupError.alreadyThere(path: target, advice: advice) }
            throw error
        }
    }

    private static func copy(_ directory: String, to target: String) throws {
        do {
            try SQLiteBackup.copy(from: DataDirectory(directory).database, to: DataDirectory(target).database)
        } catch StorageError.notFound {
            throw SetupError.noData(directory: directory)
        }
    }

    /// Closed to others: there are names inside.
    private static func makeDirectory(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError.notWritable(path: path, reason: "the directory cannot be made")
        }
    }

    private static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func withoutTrailingSlash(_ path: String) -> String {
        path.count > 1 && path.hasSuffix("/") ? withoutTrailingSlash(String(path.dropLast())) : path
    }
}

/// Puts a backup into a data directory.
package enum DataRestore {
    /// Looks the backup through, copies it beside the data, looks the copy through, and only then moves anything.
    ///
    /// - Parameters:
    ///   - backup: what ``DataBackup`` made.
    ///   - directory: the data directory; made when it does not exist. No server may hold it.
    ///   - setsAside: whether data that is there may be moved into a folder beside; otherwise it is refused.
    ///   - report: gets the lines of the check, and where the old data went.
    /// - Throws: `SetupError`, `StorageError`.
    package static func run(
        _ backup: String, into directory: String, setsAside: Bool, now: Date = Date(),
        report: @escaping (String) -> Void
    ) throws {
        let faults = try DataCheck.run(directory: backup, report: report)
        guard faults == 0 else { throw SetupError.damaged(directory: backup, faults: faults) }
        let path = DataDirectory(directory).database
        let restore = try SQLiteRestore(path: path)
        defer { restore.close() }
        let hadData = restore.hasData
        guard setsAside || !hadData || restore.isUnfinished else {
            throw SetupError.alreadyThere(path: path, advice: "--set-aside keeps it in a folder beside")
        }
        let staged = try restore.stage(from: DataDirectory(backup).database)
        let copied = try DataCheck.run(database: staged, of: directory) { _ in }
        guard copied == 0 else {
            restore.abandon()
            throw SetupError.damaged(directory: staged, faults: copied)
        }
        let folder = "\(directory)/before-restore-\(now.formatted(.iso8601.timeSeparator(.omitted)))"
        try restore.finish(settingAside: folder)
        if hadData { report("the old data is in \(folder)") }
    }
}
