import Application
import ArgumentParser

/// `samspil backup DIR`: the data directory as it is now, also while a server runs.
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
