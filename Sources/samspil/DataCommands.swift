import Application
import ArgumentParser

/// `samspil check`: whether what is stored is what was stored. Works beside a running server and after a crash.
///
/// The last line of a drill: a backup that nobody has checked is a hope. Reading only, so it may be run by a timer.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify a data directory or a backup without changing it.",
        discussion: """
            Reads the whole database: SQLite's own check of the file, the checksum of every row of the logs, and \
            whether each document loads from its snapshot and its log. Tells what it found line by line. Exit status: \
            0 sound, 65 damaged, 66 no data directory, 74 unreadable, 76 made by a newer version.
            """)

    @OptionGroup var data: DataOptions

    func run() throws {
        // Every line is printed as it is found: a large database takes minutes, and what is known by then counts.
        let faults: Int
        do {
            faults = try DataCheck.run(directory: data.directory) { print($0) }
        } catch {
            throw Failure.exit(for: error)
        }
        // Damage is an answer, not a failure of the command: its lines are written already, so only the status is left.
        if faults > 0 { throw ExitCode(Failure.Status.data.rawValue) }
    }
}

/// `samspil backup DIR`: the data directory as it is now, also while a server runs.
///
/// SQLite's own online backup, never a copy of files: the database and its log beside it are two files that only
/// SQLite can read at one moment. See `DataBackup`.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the data directory, also while the server runs.",
        discussion: """
            The copy is whole at one moment, is checked as `samspil check` does, and is on the disk before it gets its \
            name. Nothing that exists is written over. Exit status: 0 done, 65 the data is damaged, 66 there is none, \
            73 the target exists, 74 it cannot be written.
            """)

    @OptionGroup var data: DataOptions

    @Argument(help: "The directory to make.")
    var target: String

    func run() throws {
        do {
            try DataBackup.make(of: data.directory, at: target) { print($0) }
            print("backup in \(target)")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}

/// `samspil restore DIR`: a backup into the data directory, with no server running.
///
/// Refuses where there is data, because the one who restores in a hurry is the one who types the wrong folder; with
/// `--set-aside` the old data is moved, never deleted.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into the data directory. Stop the server first.",
        discussion: """
            The backup is checked before anything is touched. Exit status: 0 done, 65 the backup is damaged, 66 it is \
            no backup, 73 there is data already, 74 a server holds the directory or it cannot be written.
            """)

    @OptionGroup var data: DataOptions

    @Flag(help: "Keep the data that is there in a folder beside, instead of refusing.")
    var setAside = false

    @Argument(help: "A directory that `samspil backup` made.")
    var backup: String

    func run() throws {
        do {
            try DataRestore.run(backup, into: data.directory, setsAside: setAside) { print($0) }
            print("restored into \(data.directory)")
        } catch {
            throw Failure.exit(for: error)
        }
    }
}
