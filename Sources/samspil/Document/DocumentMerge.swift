import ArgumentParser
import CRDT
import Foundation

/// `samspil document merge FILE… -o OUT`: all updates of the files as one, in encoding V1.
struct DocumentMerge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Write everything that the files hold as one update.",
        discussion: """
            What waits for updates that are not there is kept. An update that is broken is named on standard error by \
            its index, counted from 0, and left out; the exit status is then 65.
            """)

    @Argument(help: "The files with updates.")
    var files: [String]

    @Option(name: .shortAndLong, help: "The file to write: one update in encoding V1, without its length.")
    var output: String

    func run() throws {
        var outcome = FileFaults()
        var updates: [[UInt8]] = []
        for file in files {
            guard let sequence = outcome.open(file) else { continue }
            for (index, update) in sequence.enumerated() {
                do throws(UpdateError) {
                    // One by one, so that a broken update is known by its place.
                    _ = try encodeStateVector(fromUpdate: update)
                    updates.append(update)
                } catch {
                    outcome.note(file, UpdateFault(index: index, reason: "\(error)"))
                }
            }
            if let fault = sequence.fault { outcome.note(file, fault) }
        }
        do {
            try Data(try mergeUpdates(updates)).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch let error as UpdateError {
            throw Failure.exit(.data, "\(error)")
        } catch {
            throw Failure.exit(.inputOutput, "\(output) cannot be written: \(error.localizedDescription)")
        }
        try outcome.finish()
    }
}
