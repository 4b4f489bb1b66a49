import Application
import ArgumentParser

/// The folder that almost every command needs.
struct DataOptions: ParsableArguments {
    @Option(name: .customLong("data"), help: "The folder the database is in.")
    var directory = "Sessions/data"

    var place: DataDirectory { DataDirectory(directory) }
}
