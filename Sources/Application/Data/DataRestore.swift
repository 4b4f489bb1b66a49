package import Foundation
import Storage

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
