import ArgumentParser
import Foundation

/// What went wrong with the files of a command. Each fault is told at once, the others are still worked on, and the
/// first decides the exit status.
struct FileFaults {
    private var status: Failure.Status?

    /// The updates of a file; nil where it can't be read.
    mutating func open(_ file: String) -> UpdateSequence? {
        do {
            return try UpdateSequence(file: file)
        } catch {
            tell(.noInput, "\(file) cannot be read: \(error.localizedDescription)")
            return nil
        }
    }

    mutating func note(_ file: String, _ fault: UpdateFault) {
        tell(.data, "\(file): \(fault)")
    }

    /// A broken update weighs more than a file that is not there.
    private mutating func tell(_ status: Failure.Status, _ line: String) {
        _ = Failure.exit(status, line)
        if self.status != .data { self.status = status }
    }

    /// Ends the command with the status of what went wrong.
    func finish() throws {
        if let status { throw ExitCode(status.rawValue) }
    }
}
