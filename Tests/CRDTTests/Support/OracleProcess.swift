import CRDT
import Foundation

/// A child process that answers each line of JSON with one.
final class OracleProcess {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let needs: String
    private var buffer: [UInt8] = []

    /// - Parameter needs: what must be installed, for those whose test fails without it.
    init(_ command: [String], environment: [String: String], needs: String) throws {
        self.needs = needs
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// A file of the folder `Tests`.
    static func testsFile(_ path: String) -> String {
        URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path).path
    }

    static func script(_ name: String) -> String { testsFile("Engine/" + name) }

    func ask(_ command: String, _ arguments: [String: Value]) throws -> [String: Value] {
        let line = Value.object(arguments.merging(["command": .string(command)]) { $1 }).json + "\n"
        try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        let text = try readLine()
        guard case .object(let answer)? = Value(json: text) else {
            throw Failure(description: "the oracle answered \(text)")
        }
        return answer
    }

    private func readLine() throws -> String {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0a) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                return line
            }
            searched = buffer.count
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { throw Failure(description: "The oracle ended. This test needs \(needs).") }
            buffer.append(contentsOf: data)
        }
    }

    static func encode(_ bytes: [UInt8]) -> Value {
        .string(Data(bytes).base64EncodedString())
    }

    static func decode(_ value: Value?) -> [UInt8] {
        guard case .string(let text)? = value, let data = Data(base64Encoded: text) else { return [] }
        return [UInt8](data)
    }
}
