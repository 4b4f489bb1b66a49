import ArgumentParser
import CRDT
import Foundation

/// `samspil document replay FILE…`: what a document holds after the updates of a file, as one line of JSON for each file.
struct DocumentReplay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Apply the updates of each file to an empty document and tell what it then holds.",
        discussion: """
            Writes one line of JSON for each file: its roots, each read as a text, as a list and as a map, the state \
            vector, and whether anything waits for updates that are not there. An update that is broken is named on \
            standard error by its index, counted from 0, and left out; the exit status is then 65.
            """)

    @Flag(help: "Tell also how long it took, and how much memory the process then has.")
    var timings = false

    @Argument(help: "The files with updates.")
    var files: [String]

    func run() throws {
        var outcome = FileFaults()
        for file in files {
            guard let updates = outcome.open(file) else { continue }
            let replay = Replay(of: updates) { outcome.note(file, $0) }
            FileHandle.standardOutput.write(Data(replay.report(file: file, timings: timings)))
        }
        try outcome.finish()
    }
}
