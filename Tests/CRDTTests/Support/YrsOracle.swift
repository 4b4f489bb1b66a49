import CRDT
import Foundation

/// Yrs through pycrdt, run as a child process: `Tests/Engine/yrs.py`.
///
/// Python is what `SAMSPIL_PYTHON` names, else that of the repository's `.venv`, which `Tests/run` makes. A machine
/// without it fails the test.
final class YrsOracle {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Yrs panicked or died, or has a replica whose own state Yjs cannot load either. What it was given is compared with Yjs
    /// in every round, so that a fault of ours does not hide behind this.
    struct OwnFault: Error {}

    private let process: OracleProcess

    init() throws {
        var environment = ProcessInfo.processInfo.environment
        environment["RUST_BACKTRACE"] = "0"
        let python = environment["SAMSPIL_PYTHON"] ?? OracleProcess.testsFile("../.venv/bin/python")
        process = try OracleProcess(
            [python, OracleProcess.script("yrs.py")], environment: environment,
            needs: "pycrdt: run Tests/run once, or set SAMSPIL_PYTHON to a Python that has it (looked at: \(python))")
        // A machine without it must say so here: later on an end is taken for a crash of Yrs.
        _ = try process.ask("open", ["documents": .array([])])
    }

    private func ask(_ command: String, _ arguments: [String: Value]) throws -> [String: Value] {
        let answer: [String: Value]
        do {
            answer = try process.ask(command, arguments)
        } catch is OracleProcess.Failure {
            throw OwnFault()
        }
        if case .string(let error)? = answer["error"] {
            guard !error.hasPrefix("PanicException") else { throw OwnFault() }
            throw Failure(description: "Yrs failed: \(error)")
        }
        return answer
    }

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

    /// Edits a document at random, so many times in one transaction; returns the updates it sent.
    func work(_ document: Int, seed: UInt32, edits: Int = 1) throws -> [[UInt8]] {
        let answer = try ask(
            "work",
            ["document": .number(Double(document)), "seed": .number(Double(seed)), "edits": .number(Double(edits))])
        guard case .array(let updates)? = answer["updates"] else { return [] }
        return updates.map { OracleProcess.decode($0) }
    }

    func apply(_ update: [UInt8], to document: Int) throws {
        _ = try ask("apply", ["document": .number(Double(document)), "update": OracleProcess.encode(update)])
    }

    func stateVector(of document: Int) throws -> StateVector {
        try StateVector(
            decoding: OracleProcess.decode(
                ask("vector", ["document": .number(Double(document))])["vector"]))
    }

    func encodeStateAsUpdate(of document: Int, since: StateVector = .init()) throws -> [UInt8] {
        OracleProcess.decode(
            try ask(
                "diff",
                [
                    "document": .number(Double(document)), "vector": OracleProcess.encode(since.encoded()),
                ])["update"])
    }

    /// See ``CommonState``.
    func content(of document: Int) throws -> [String: Value] {
        try ask("content", ["document": .number(Double(document))])
    }

    /// The content of a new document that holds only this update.
    func contentLoading(_ update: [UInt8]) throws -> [String: Value] {
        try ask("load", ["update": OracleProcess.encode(update)])
    }

    func mergeUpdates(_ updates: [[UInt8]]) throws -> [UInt8] {
        OracleProcess.decode(try ask("merge", ["updates": .array(updates.map(OracleProcess.encode))])["update"])
    }
}
