import Foundation
import Subprocess
import SystemPackage

/// Runs a converter in a folder of its own, with limits that the kernel keeps (`prlimit`, from util-linux, which every
/// Debian has) and a clock beside it.
struct ProgramRun: Sendable {
    /// How a program ended.
    private struct Ending: Sendable {
        let status: TerminationStatus
        /// What it wrote to standard error.
        let said: String
    }

    let converter: Converter
    let program: String
    let folder: String
    let limits: ConversionLimits

    /// - Parameters:
    ///   - result: the file that the program writes in its folder.
    ///   - isPrinted: whether it does so by its standard output; otherwise nobody reads that.
    /// - Returns: what is in it.
    func callAsFunction(_ arguments: [String], result: String, isPrinted: Bool = false) async throws -> [UInt8] {
        guard let ending = try await executeInTime(arguments, printing: isPrinted ? "\(folder)/\(result)" : "/dev/null")
        else {
            throw ConversionError.tookTooLong(converter)
        }
        guard case .exited(0) = ending.status else {
            throw ConversionError.failed(
                converter, reason: "it ended with \(ending.status): \(ending.said.prefix(500))")
        }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(result)") else {
            throw ConversionError.failed(converter, reason: "it wrote no result")
        }
        return [UInt8](data)
    }

    /// Nil when the time was up. Either way the program has ended when this returns.
    private func executeInTime(_ arguments: [String], printing output: String) async throws -> Ending? {
        do {
            return try await withThrowingTaskGroup(of: Ending?.self) { group in
                group.addTask { try await execute(arguments, printing: output) }
                group.addTask {
                    try await Task.sleep(for: .seconds(limits.seconds))
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
        } catch {
            try Task.checkCancellation()
            throw ConversionError.failed(converter, reason: "\(error)")
        }
    }

    private func execute(_ arguments: [String], printing output: String) async throws -> Ending {
        let printed = try FileDescriptor.open(
            FilePath(output), .writeOnly, options: [.create, .closeOnExec], permissions: .ownerReadWrite)
        var options = PlatformOptions()
        // A session of its own is a process group of its own: what the program began ends with it.
        options.createSession = true
        options.teardownSequence = [
            .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
        ]
        let outcome = try await run(
            .path("/usr/bin/prlimit"), arguments: Arguments(bounds + ["--"] + Self.behind + [program] + arguments),
            environment: .custom(environment), workingDirectory: FilePath(folder), platformOptions: options,
            input: .none, output: .fileDescriptor(printed, closeAfterSpawningProcess: true),
            error: .string(limit: 1 << 20))
        return Ending(status: outcome.terminationStatus, said: outcome.standardError)
    }

    /// Behind everybody who waits for a key or a command (coreutils, which every Debian has).
    private static let behind = ["/usr/bin/nice", "-n", "5"]

    /// Processor seconds stop a program that the clock beside it could not.
    private var bounds: [String] {
        [
            "--as=\(limits.memoryBytes)", "--cpu=\(limits.seconds)", "--fsize=\(limits.resultBytes)", "--core=0",
            "--nofile=256",
        ]
    }

    /// Nothing of the server's own environment, which holds tokens.
    private var environment: [Environment.Key: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "XDG_CACHE_HOME": folder,
            "LANG": "C.UTF-8",
        ]
    }
}

/// A folder that only this user can read, for what one conversion needs.
struct TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "samspil-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// What cannot be removed stays for the system to clear.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
