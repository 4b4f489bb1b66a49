import Application
import ArgumentParser

/// `samspil check`: whether what is stored is what was stored. Works beside a running server and after a crash.
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
        let faults: Int
        do {
            faults = try DataCheck.run(directory: data.directory) { print($0) }
        } catch {
            throw Failure.exit(for: error)
        }
        if faults > 0 { throw ExitCode(Failure.Status.data.rawValue) }
    }
}
