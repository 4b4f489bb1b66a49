import CRDT
import Foundation

/// Yjs under Node, run as a child process: `Tests/Engine/oracle.js`.
///
/// A machine without Node or Yjs fails the test: what is not compared is not known to be right.
final class YjsOracle {
    struct Failure: Error, CustomStringConvertible {
        let description: String

        /// Yjs before 13.6 throws where a struct's left neighbour was collected and the right one was not yet
        /// (`Item.getMissing`): it happens when a nested type is deleted on one side and written to on another.
        var isCollectedNeighbour: Bool {
            description.contains("Cannot read properties of undefined (reading 'origin')")
        }
    }

    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var buffer: [UInt8] = []

    init() throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", Self.script]
        var environment = ProcessInfo.processInfo.environment
        environment["NODE_PATH"] = environment["NODE_PATH"] ?? "/usr/share/nodejs"
        process.environment = environment
        process.standardInput = input
        process.standardOutput = output
        try process.run()
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static var script: String {
        URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Engine/oracle.js").path
    }

    /// Sends one command and reads its answer.
    func ask(_ command: String, _ arguments: [String: Value] = [:]) throws -> [String: Value] {
        let line = Value.object(arguments.merging(["command": .string(command)]) { $1 }).json + "\n"
        try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
        let text = try readLine()
        guard case .object(let answer)? = Value(json: text) else {
            throw Failure(description: "Node answered \(text)")
        }
        if case .string(let error)? = answer["error"] { throw Failure(description: "Yjs threw: \(error)") }
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
            guard !data.isEmpty else {
                throw Failure(
                    description: "Node ended. This test needs node and Debian's package node-yjs "
                        + "(or NODE_PATH set to where Yjs is installed).")
            }
            buffer.append(contentsOf: data)
        }
    }
}

// MARK: - Commands

extension YjsOracle {
    func open(_ documents: [(client: UInt64, collectsGarbage: Bool)]) throws {
        _ = try ask(
            "open",
            [
                "documents": .array(
                    documents.map {
                        .object(["client": .number(Double($0.client)), "gc": .bool($0.collectsGarbage)])
                    })
            ])
    }

    /// Edits a document at random; returns the updates it sent.
    func work(_ document: Int, seed: UInt32) throws -> [[UInt8]] {
        try updates(ask("work", ["document": .number(Double(document)), "seed": .number(Double(seed))]))
    }

    /// Applies an update; returns what the document sent in answer: Yjs tidies formats up after remote changes.
    func apply(_ update: [UInt8], to document: Int) throws -> [[UInt8]] {
        try updates(ask("apply", ["document": .number(Double(document)), "update": Self.encode(update)]))
    }

    func stateVector(of document: Int) throws -> StateVector {
        let answer = try ask("vector", ["document": .number(Double(document))])
        return try StateVector(decoding: Self.decode(answer["vector"]))
    }

    func encodeStateAsUpdate(of document: Int, since: StateVector) throws -> [UInt8] {
        let answer = try ask(
            "diff", ["document": .number(Double(document)), "vector": Self.encode(since.encoded())])
        return Self.decode(answer["update"])
    }

    func state(of document: Int) throws -> [String: Value] {
        try ask("state", ["document": .number(Double(document))])
    }

    /// The state of a new document that holds only this update.
    func stateLoading(_ update: [UInt8]) throws -> [String: Value] {
        try ask("load", ["update": Self.encode(update)])
    }

    func mergeUpdates(_ updates: [[UInt8]]) throws -> [UInt8] {
        Self.decode(try ask("merge", ["updates": .array(updates.map(Self.encode))])["update"])
    }

    private func updates(_ answer: [String: Value]) -> [[UInt8]] {
        guard case .array(let updates)? = answer["updates"] else { return [] }
        return updates.map { Self.decode($0) }
    }

    private static func encode(_ bytes: [UInt8]) -> Value {
        .string(Data(bytes).base64EncodedString())
    }

    private static func decode(_ value: Value?) -> [UInt8] {
        guard case .string(let text)? = value, let data = Data(base64Encoded: text) else { return [] }
        return [UInt8](data)
    }
}
