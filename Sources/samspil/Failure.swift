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

    /// - Parameter say: writes one line; standard error, waiting for its reader, for who has no queue of lines.
    static func exit(_ status: Status, _ line: String, say: (String) -> Void = standardError) -> any Error {
        say("samspil: " + line)
        return ExitCode(status.rawValue)
    }

    private static func standardError(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// A setting that is not right: which one, and what it accepts.
    static func setting(_ name: String, _ value: String, _ accepted: String) -> any Error {
        exit(.usage, "\(name) is \(value.isEmpty ? "missing" : value); it accepts \(accepted).")
    }

    /// What a command threw, as its last line and status.
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
        default: return exit(.software, "\(error)")
        }
    }

    private static func status(of error: SetupError) -> Status {
        switch error {
        case .malformed, .setting: .usage
        case .unreadable, .noData: .noInput
        case .alreadyThere: .cannotCreate
        case .damaged: .data
        }
    }

    private static func status(of error: StorageError) -> Status {
        if case .newerVersion = error { return .protocolMismatch }
        return .inputOutput
    }
}
