import CRDT

/// This engine, as the benchmarks drive it: `measure`, `memory` or `many` on a file of updates, one JSON line out.
///
/// See `Tests/Benchmarks/engine.py` for what each measure means.
@main
enum EngineBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let what = arguments.first, let path = arguments.dropFirst().first else {
            throw BenchmarkError.usage("EngineBenchmark measure|memory|many|state FILE NUMBER…")
        }
        let updates = try UpdateFile.read(path)
        let numbers = arguments.dropFirst(2).compactMap { Int($0) }
        switch (what, numbers.count) {
        case ("measure", 3): try measure(updates, count: numbers[0], merged: numbers[1], repeats: numbers[2])
        case ("memory", 1): try memory(updates, copies: numbers[0])
        case ("many", 1): try many(updates, repeats: numbers[0])
        case ("state", 1): try UpdateFile.write([state(of: updates)], to: "\(path).state")
        default: throw BenchmarkError.usage("unknown measure \(what) with \(numbers.count) numbers")
        }
    }

    private static func measure(_ updates: [[UInt8]], count: Int, merged: Int, repeats: Int) throws {
        let document = Document(clientID: 1)
        var sent = 0
        var joiner = StateVector()
        let known = Int(Double(count) * 0.99)
        let apply = try Clock.milliseconds {
            for index in 0..<count {
                if index == known { joiner = document.stateVector }
                sent += try document.apply(updates[index]).update?.count ?? 0
            }
        }
        let state = document.encodeStateAsUpdate()
        var results: [(String, Double)] = [("apply", apply), ("sent", Double(sent)), ("bytes", Double(state.count))]
        results.append(("units", Double(document.text("text").length)))
        results.append(("encode", Clock.median(repeats) { _ = document.encodeStateAsUpdate() }))
        results.append(("diff", Clock.median(repeats) { _ = document.encodeStateAsUpdate(since: joiner) }))
        results.append(("load", try Clock.median(repeats) { _ = try load(state) }))
        if merged > 0 {
            let some = Array(updates.prefix(merged))
            results.append(("merge", try Clock.median(repeats) { _ = try mergeUpdates(some) }))
        }
        report(results)
    }

    /// Bytes that each of several documents takes, loaded from these states.
    private static func memory(_ states: [[UInt8]], copies: Int) throws {
        let before = try ResidentMemory.bytes()
        var kept: [Document] = []
        for _ in 0..<copies {
            for state in states { kept.append(try load(state)) }
        }
        report([("memory", Double(try ResidentMemory.bytes() - before) / Double(kept.count))])
    }

    private static func many(_ states: [[UInt8]], repeats: Int) throws {
        report([("load", try Clock.median(repeats) { _ = try states.map { try load($0) } })])
    }

    private static func state(of updates: [[UInt8]]) throws -> [UInt8] {
        let document = Document(clientID: 1)
        for update in updates { _ = try document.apply(update) }
        return document.encodeStateAsUpdate()
    }

    private static func load(_ state: [UInt8]) throws -> Document {
        let document = Document(clientID: 1)
        _ = try document.apply(state)
        return document
    }

    private static func report(_ results: [(String, Double)]) {
        print("{" + results.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
    }
}
