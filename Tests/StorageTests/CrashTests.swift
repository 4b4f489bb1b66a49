import TestSeeds
import Foundation
import Testing

@testable import Storage

/// Processes that are killed while they write. Each keeps a ledger of what was acknowledged, outside the database.
@Suite(.serialized)
struct CrashTests {
    @Test func `what was acknowledged before kill -9 is there, in its place, once`() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("CrashTests seed \(seed)")
        var generator = SeededGenerator(seed: seed)
        let directory = try TemporaryDirectory()
        var acknowledged = 0
        for round in 0..<10 as Range<UInt64> {
            let (path, delay) = (directory.path, UInt32.random(in: 20_000...250_000, using: &generator))
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [path = path as String, delay = delay as UInt32, round = round as UInt64] in
                try await Writers(directory: path, round: round, commit: .standard).run(killAfter: delay)
            }
            let (lost, count) = try await Ledger(directory: directory.path).lost()
            #expect(lost == 0)
            acknowledged += count
        }
        #expect(acknowledged > 100, "\(acknowledged) acknowledged")
    }

    @Test func `the same check finds acknowledgements that came before the commit`() async throws {
        let directory = try TemporaryDirectory()
        let path = directory.path
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            try await Writers(directory: path, round: 0, commit: CommitStep { _ in }).run(killAfter: 100_000)
        }
        #expect(try await Ledger(directory: path).lost().lost > 0)
    }
}
