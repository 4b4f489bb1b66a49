import ArgumentParser
import CRDT
import Foundation

/// `samspil document`: looks at recorded updates without a server. Reads files only; no database is opened.
///
/// For the tests that hold our engine against Yjs, and for a document that somebody sent because it looks wrong.
struct DocumentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Replay and merge recorded updates of live documents.",
        discussion: """
            A file is a sequence of updates in Yjs's encoding V1, each behind its length as 32 bits, little-endian. A \
            file that is one such update as it is will also do.
            """,
        subcommands: [DocumentReplay.self, DocumentMerge.self])
}

/// `samspil document replay FILE…`: what a document holds after the updates of a file, as one line of JSON for each
/// file.
///
/// Each file is a document of its own: nothing is carried from one to the next.
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
            // A line is written as soon as its file is done: a file of a gigabyte then shows what the others held.
            let replay = Replay(of: updates) { outcome.note(file, $0) }
            FileHandle.standardOutput.write(Data(replay.report(file: file, timings: timings)))
        }
        try outcome.finish()
    }
}

/// `samspil document merge FILE… -o OUT`: all updates of the files as one, in encoding V1. As Yjs's `mergeUpdates`:
/// no document is built, so what waits for other updates stays in it and identifiers stay as they are.
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

/// What went wrong with the files of a command. Each fault is written to standard error at once, the other files are
/// still worked on, and ``finish()`` ends the command with one status for all.
struct FileFaults {
    private var status: Failure.Status?

    /// The updates of a file; nil where it can't be read.
    mutating func open(_ file: String) -> UpdateSequence? {
        do {
            return try UpdateSequence(file: file)
        } catch {
            report(.noInput, "\(file) cannot be read: \(error.localizedDescription)")
            return nil
        }
    }

    /// A broken update: one line with the file, the update's place in it and the reason.
    mutating func note(_ file: String, _ fault: UpdateFault) {
        report(.data, "\(file): \(fault)")
    }

    /// Writes the line. A broken update weighs more than a file that is not there, whatever comes first: data that is
    /// lost needs somebody, a path only its correction.
    private mutating func report(_ status: Failure.Status, _ line: String) {
        _ = Failure.exit(status, line)
        if self.status != .data { self.status = status }
    }

    /// - Throws: `ExitCode` 65 or 66 where anything went wrong; the lines are written already.
    func finish() throws {
        if let status { throw ExitCode(status.rawValue) }
    }
}
