import TestSeeds
import Storage
import Testing

struct StressTests {
    private struct Undone: Error {}

    /// Writers that append, fail and snapshot, beside readers: what is acknowledged is there, in order, once.
    @Test func `many writers and readers at once lose nothing and see only whole states`() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("StressTests seed \(seed)")
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let acknowledged = try await withThrowingTaskGroup(of: [UInt64: Int64].self) { group in
            for worker in 0..<16 as Range<UInt64> {
                group.addTask { try await Self.work(storage, worker, seed: seed &+ worker) }
            }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<100 { _ = try await storage.read { try $0.document("d") } }
                    return [:]
                }
            }
            return try await group.reduce(into: [UInt64: Int64]()) { $0.merge($1) { one, _ in one } }
        }
        await storage.close()
        let again = try SQLiteStorage.open(path: directory.database)
        let history = History(try await again.read { try $0.document("d") })
        #expect(history.marks.count == acknowledged.count)
        for (mark, sequence) in acknowledged {
            #expect(history.mark(at: sequence) == mark)
        }
        await again.close()
    }

    private static func work(_ storage: SQLiteStorage, _ worker: UInt64, seed: UInt64) async throws -> [UInt64: Int64] {
        var generator = SeededGenerator(seed: seed)
        var acknowledged: [UInt64: Int64] = [:]
        for number in 0..<100 as Range<UInt64> {
            let mark = worker << 32 | number
            switch Int.random(in: 0..<10, using: &generator) {
            case 0:
                try? await storage.write { writer in
                    try writer.appendUpdate(documentID: "d", bytes: History.bytes(mark))
                    throw Undone()
                }
            case 1:
                try await storage.write { try History.replaceLog("d", $0) }
            default:
                acknowledged[mark] = try await storage.write {
                    try $0.appendUpdate(documentID: "d", bytes: History.bytes(mark))
                }
            }
        }
        return acknowledged
    }
}
