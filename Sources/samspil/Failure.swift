import Application
import ArgumentParser
import Foundation
import Planning
import Storage
import Transport

/// Ends a command with one clear line on standard error and the status that says what kind of failure it was.
enum Failure {
    /// Exit statuses as `sysexits.h` numbers them.
    enum Status: Int32 {
        /// A flag or an environment variable is not right.
        case usage = 64
        /// A file's content is not right.
        case data = 65
        /// A file or a week is not there.
        case noInput = 66
        /// The address is taken, or not ours.
        case unavailable = 69
        /// Something unforeseen.
        case software = 70
        /// What was to be made is there already.
        case cannotCreate = 73
        /// Something cannot be read or written.
        case inputOutput = 74
        /// Made by a newer version.
        case protocolMismatch = 76
    }

    /// Writes the line and returns the error to throw: `throw Failure.exit(…)` reads as what it does, and the compiler
    /// knows that nothing comes after.
    ///
    /// - Parameter say: writes one line. Standard error unless given, which waits for its reader; `serve` gives its
    ///   queue of lines, since a terminal that stands still must not stop the server's end.
    static func exit(_ status: Status, _ line: String, say: (String) -> Void = standardError) -> any Error {
        say("samspil: " + line)
        return ExitCode(status.rawValue)
    }

    private static func standardError(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// A setting that is not right: which one, and what it accepts. Status 64.
    ///
    /// - Parameters:
    ///   - name: the flag or the variable as it is written.
    ///   - value: what was given; empty for a flag that is missing.
    ///   - accepted: ends the sentence "it accepts …".
    static func setting(_ name: String, _ value: String, _ accepted: String) -> any Error {
        exit(.usage, "\(name) is \(value.isEmpty ? "missing" : value); it accepts \(accepted).")
    }

    /// What a command threw, as its last line and status. In the order of the cases: an `ExitCode` has had its line
    /// already and passes through.
    static func exit(for error: any Error, say: (String) -> Void = standardError) -> any Error {
        func exit(_ status: Status, _ line: String) -> any Error { Self.exit(status, line, say: say) }
        switch error {
        case is ExitCode: return error
        case let error as StorageError: return exit(status(of: error), "\(error)")
        case let error as TransportError: return exit(.unavailable, "\(error)")
        case let error as SetupError: return exit(status(of: error), "\(error)")
        case let faults as ImportFaults:
            return exit(
                .data,
                "nothing was imported; \(faults.faults.count) fault(s):\n"
                    + faults.faults.map { "  \($0.path): \($0.message)" }.joined(separator: "\n"))
        case ApplicationError.noSuchWeek(let id): return exit(.noInput, "There is no week \(id).")
        case ApplicationError.noSuchUnit(let unit, let week):
            return exit(.noInput, "There is no week \(week) with unit \(unit).")
        case let error as ApplicationError: return exit(.data, error.message.da)
        // Whatever nobody foresaw: Foundation's own words, and a status that no script takes for one of the others.
        default: return exit(.software, "\(error)")
        }
    }

    /// What a script does next differs: mend the file, name another folder, fetch a backup.
    private static func status(of error: SetupError) -> Status {
        switch error {
        case .malformed, .setting: .usage
        case .unreadable, .noData: .noInput
        case .alreadyThere: .cannotCreate
        case .damaged: .data
        }
    }

    /// A database of a newer version is whole: it needs the newer program, not a repair. All the rest is the disk.
    private static func status(of error: StorageError) -> Status {
        if case .newerVersion = error { return .protocolMismatch }
        return .inputOutput
    }
}
