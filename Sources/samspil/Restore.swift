import Application
import ArgumentParser

/// `samspil restore DIR`: a backup into the data directory, with no server running.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a backup into the data directory. Stop the server first.",
        discussion: """
            The backup is checked before anything is touched. Exit status: 0 done, 65 the backup is damaged, 66 it is no \
            backup, 73 there is data already, 74 a server holds the directory or it cannot be written.
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
