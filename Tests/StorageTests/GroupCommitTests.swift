import Foundation
import GRDB
import Testing

@testable import Storage

struct GroupCommitTests {
    private struct Refused: Error, Equatable {}

    @Test func `a value that write returned is seen by another program at once`() async throws {
        #expect(try await unseen(.standard) == 0)
    }

    @Test func `the same look finds an acknowledgement that comes before the commit`() async throws {
        #expect(try await unseen(CommitStep { _ in }) > 0)
    }

    /// How many of ten acknowledged writes another connection did not see right after.
    private func unseen(_ commit: CommitStep) async throws -> Int {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database, options: .init(), commit: commit)
        let other = try SecondConnection(directory.database)
        var unseen = 0
        for number in 1...10 {
            try await storage.write { try $0.appendUpdate(documentID: "d\(number)", bytes: [1]) }
            if try other.count("document_update") != number { unseen += 1 }
        }
        try other.close()
        await storage.close()
        return unseen
    }

    @Test func `writes that come together share commits`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    try await storage.write { _ = try $0.appendUpdate(documentID: "d\(number % 10)", bytes: [1]) }
                }
            }
            try await group.waitForAll()
        }
        let statistics = storage.statistics
        #expect(statistics.bodies == 1_000)
        #expect(statistics.commits < 500, "\(statistics.commits) commits")
        #expect(statistics.largestGroup > 1)
        #expect(statistics.waiting == 0)
        #expect(statistics.writeLatency.count == 1_000)
        #expect(statistics.commitLatency.count == statistics.commits)
        await storage.close()
    }

    /// Hands in `bodies` so that they share one group: the writer is kept busy until all wait.
    private func together(
        _ storage: SQLiteStorage, _ bodies: [@Sendable (any StorageWriter) throws -> Int64]
    ) async throws -> [Result<Int64, any Error>] {
        let gate = await Gate(closing: storage)
        var tasks: [Task<Int64, any Error>] = []
        for body in bodies {
            tasks.append(Task { try await storage.write(body) })
            while storage.statistics.waiting < tasks.count + 1 { await Task.yield() }
        }
        try await gate.open()
        var results: [Result<Int64, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
    }

    @Test func `a body that throws undoes itself alone`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let results = try await together(
            storage,
            [
                { try $0.appendUpdate(documentID: "d", bytes: [1]) },
                { writer in
                    try writer.appendUpdate(documentID: "d", bytes: [2])
                    throw Refused()
                },
                { try $0.appendUpdate(documentID: "d", bytes: [3]) },
            ])
        #expect(try results[0].get() == 1)
        #expect(throws: Refused()) { try results[1].get() }
        #expect(try results[2].get() == 2)
        #expect(storage.statistics.largestGroup == 2)
        #expect(storage.statistics.failedBodies == 1)
        let document = try await storage.read { try $0.document("d") }
        #expect(document?.updates.map(\.bytes) == [[1], [3]])
        await storage.close()
    }

    @Test func `a body may catch a refusal and go on`() async throws {
        let storage = try SQLiteStorage.inMemory()
        try await Fixtures.fill(storage)
        let sequence = try await storage.write { writer in
            try? writer.insertWeek(Fixtures.week)
            return try writer.appendUpdate(documentID: "d", bytes: [1])
        }
        #expect(sequence == 1)
    }

    @Test func `a commit that fails fails everybody in it, and nothing is there`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(
            path: directory.database, options: .init(),
            commit: CommitStep { database in
                if try Int.fetchOne(database, sql: "SELECT count(*) FROM document_update") ?? 0 > 1 {
                    throw DatabaseError(resultCode: .SQLITE_FULL)
                }
                try database.commit()
            })
        let results = try await together(
            storage,
            [
                { try $0.appendUpdate(documentID: "a", bytes: [1]) },
                { try $0.appendUpdate(documentID: "b", bytes: [1]) },
            ])
        for result in results {
            #expect(throws: StorageError.full) { try result.get() }
        }
        #expect(storage.failure == .full)
        #expect(try await storage.read { try $0.documentIDs() }.isEmpty)
        #expect(try await storage.write { try $0.appendUpdate(documentID: "a", bytes: [1]) } == 1)
        #expect(storage.statistics.failedCommits == 1)
        await storage.close()
    }

    @Test func `a full database refuses, keeps what it has, and goes on when there is room`() async throws {
        let directory = try TemporaryDirectory()
        var options = SQLiteOptions()
        options.maximumBytes = 512 * 1_024
        let storage = try SQLiteStorage.open(path: directory.database, options: options)
        let piece = [UInt8](repeating: 0x55, count: 20_000)
        var appended: Int64 = 0
        var refusal: (any Error)?
        while refusal == nil {
            do {
                appended = try await storage.write { try $0.appendUpdate(documentID: "d", bytes: piece) }
            } catch {
                refusal = error
            }
        }
        #expect(refusal as? StorageError == .full)
        #expect(storage.failure == .full)
        #expect(appended > 10)
        let through = appended
        #expect(try await storage.read { try $0.document("d")?.lastSequence } == through)
        try await storage.write { try $0.replaceLog(documentID: "d", snapshot: [1], throughSequence: through) }
        #expect(try await storage.write { try $0.appendUpdate(documentID: "d", bytes: piece) } == through + 1)
        #expect(storage.failure == nil, "a commit that succeeds says that there is room again")
        await storage.close()
    }

    @Test func `more than may wait is refused, and the rest is done`() async throws {
        let directory = try TemporaryDirectory()
        var options = SQLiteOptions()
        options.waitingBodies = 3
        let storage = try SQLiteStorage.open(path: directory.database, options: options)
        let gate = await Gate(closing: storage)
        let tasks = (0..<10).map { _ in
            Task { try await storage.write { try $0.appendUpdate(documentID: "d", bytes: [1]) } }
        }
        while storage.statistics.refusedBodies < 7 { await Task.yield() }
        try await gate.open()
        var refused = 0
        for task in tasks {
            do { _ = try await task.value } catch StorageError.overloaded { refused += 1 }
        }
        #expect(refused == 7)
        #expect(try await storage.read { try $0.document("d")?.lastSequence } == 3)
        await storage.close()
    }

    @Test func `reading does not wait for the writer and sees no half of a transaction`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let gate = DispatchSemaphore(value: 0)
        let (started, start) = AsyncStream<Void>.makeStream()
        let writing = Task {
            try await storage.write { writer in
                try writer.appendUpdate(documentID: "d", bytes: [1])
                start.finish()
                gate.wait()
                try writer.appendUpdate(documentID: "d", bytes: [2])
            }
        }
        for await _ in started {}
        #expect(try await storage.read { try $0.document("d") } == nil)
        gate.signal()
        try await writing.value
        #expect(try await storage.read { try $0.document("d")?.lastSequence } == 2)
        await storage.close()
    }

    @Test func `latencies fall into the bucket of their bound`() {
        var histogram = LatencyHistogram()
        histogram.record(.microseconds(500))
        histogram.record(.milliseconds(3))
        histogram.record(.seconds(60))
        #expect(histogram.counts.first == 1)
        #expect(histogram.counts[3] == 1)
        #expect(histogram.counts.last == 1)
        #expect(histogram.count == 3)
        #expect(abs(histogram.sum - 60.0035) < 1e-9)
    }
}
