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

    /// Yjs does not agree with itself.
    struct OwnFault: Error {}

    private let process: OracleProcess

    init() throws {
        var environment = ProcessInfo.processInfo.environment
        environment["NODE_PATH"] = environment["NODE_PATH"] ?? "/usr/share/nodejs"
        process = try OracleProcess(
            ["node", OracleProcess.script("oracle.js")], environment: environment,
            needs: "node and Debian's package node-yjs (or NODE_PATH set to where Yjs is installed)")
    }

    /// Sends one command and reads its answer.
    func ask(_ command: String, _ arguments: [String: Value] = [:]) throws -> [String: Value] {
        let answer = try process.ask(command, arguments)
        if case .string(let error)? = answer["error"] { throw Failure(description: "Yjs threw: \(error)") }
        return answer
    }
}

// MARK: - Commands

extension YjsOracle {
    /// - Parameter isCommon: whether only content is made that Yrs can hold, too.
    func open(_ documents: [(client: UInt64, collectsGarbage: Bool)], isCommon: Bool = false) throws {
        let list = documents.map {
            Value.object(["client": .number(Double($0.client)), "gc": .bool($0.collectsGarbage)])
        }
        _ = try ask("open", ["documents": .array(list), "common": .bool(isCommon)])
    }

    /// Edits a document at random, so many times in one transaction; returns the updates it sent.
    func work(_ document: Int, seed: UInt32, edits: Int = 1) throws -> [[UInt8]] {
        try updates(
            ask(
                "work",
                ["document": .number(Double(document)), "seed": .number(Double(seed)), "edits": .number(Double(edits))])
        )
    }

    /// Applies an update; returns what the document sent in answer: Yjs tidies formats up after remote changes.
    func apply(_ update: [UInt8], to document: Int) throws -> [[UInt8]] {
        try updates(ask("apply", ["document": .number(Double(document)), "update": OracleProcess.encode(update)]))
    }

    func stateVector(of document: Int) throws -> StateVector {
        let answer = try ask("vector", ["document": .number(Double(document))])
        return try StateVector(decoding: OracleProcess.decode(answer["vector"]))
    }

    func encodeStateAsUpdate(of document: Int, since: StateVector) throws -> [UInt8] {
        let answer = try ask(
            "diff", ["document": .number(Double(document)), "vector": OracleProcess.encode(since.encoded())])
        return OracleProcess.decode(answer["update"])
    }

    func state(of document: Int) throws -> [String: Value] {
        try ask("state", ["document": .number(Double(document))])
    }

    /// The state of a new document that holds only this update.
    func stateLoading(_ update: [UInt8]) throws -> [String: Value] {
        try ask("load", ["update": OracleProcess.encode(update)])
    }

    func mergeUpdates(_ updates: [[UInt8]]) throws -> [UInt8] {
        OracleProcess.decode(try ask("merge", ["updates": .array(updates.map(OracleProcess.encode))])["update"])
    }

    private func updates(_ answer: [String: Value]) -> [[UInt8]] {
        guard case .array(let updates)? = answer["updates"] else { return [] }
        return updates.map { OracleProcess.decode($0) }
    }
}
