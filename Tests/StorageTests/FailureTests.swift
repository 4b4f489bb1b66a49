import Foundation
import GRDB
import Testing

@testable import Storage

/// A disk that fails while the marker file is there.
struct FailureTests {
    private let directory: TemporaryDirectory
    private let storage: SQLiteStorage
    private let marker: String

    init() throws {
        directory = try TemporaryDirectory()
        let marker = directory.path + "/disk-failed"
        self.marker = marker
        storage = try SQLiteStorage.open(
            path: directory.database, options: .init(),
            commit: CommitStep { database in
                if FileManager.default.fileExists(atPath: marker) { throw DatabaseError(resultCode: .SQLITE_IOERR) }
                try database.commit()
            })
    }

    private func append() async throws -> Int64 {
        try await storage.write { try $0.appendUpdate(documentID: "d", bytes: [1]) }
    }

    /// One update that is durable, then one that failed.
    private func fail() async throws {
        #expect(try await append() == 1)
        try Data().write(to: URL(filePath: marker))
        await #expect(throws: StorageError.self) { try await append() }
        try FileManager.default.removeItem(atPath: marker)
    }

    private var hasFailed: Bool {
        if case .io? = storage.failure { true } else { false }
    }

    @Test func `nothing is acknowledged after a failure until the database is opened anew`() async throws {
        try await fail()
        #expect(hasFailed)
        let commits = storage.statistics.commits
        await #expect(throws: StorageError.self, "refused without trying") { try await append() }
        #expect(storage.statistics.commits == commits)
        #expect(try await storage.read { try $0.document("d")?.lastSequence } == 1, "reading goes on")
        try await storage.reopen()
        #expect(storage.failure == nil)
        #expect(try await append() == 2)
        await storage.close()
    }

    @Test func `everybody who waits behind a failure hears of it`() async throws {
        try await fail()
        let tasks = (0..<20).map { _ in Task { try await append() } }
        for task in tasks {
            await #expect(throws: StorageError.self) { try await task.value }
        }
        #expect(storage.statistics.waiting == 0)
        await storage.close()
    }

    @Test func `a database that has gone is not replaced by an empty one, and is taken when it is back`() async throws {
        try await fail()
        let away = directory.path + "/away"
        try FileManager.default.moveItem(atPath: directory.database, toPath: away)
        await #expect(throws: StorageError.io("\(directory.database) is gone")) { try await storage.reopen() }
        #expect(hasFailed)
        try FileManager.default.moveItem(atPath: away, toPath: directory.database)
        try await storage.reopen()
        #expect(try await append() == 2)
        await storage.close()
    }

    @Test func `of two who reopen at once one does, and nothing is lost`() async throws {
        try await fail()
        let attempts = (0..<2).map { _ in Task { try await storage.reopen() } }
        var successes = 0
        for attempt in attempts where (try? await attempt.value) != nil { successes += 1 }
        #expect(successes >= 1)
        #expect(storage.failure == nil)
        #expect(try await append() == 2)
        await storage.close()
    }
}
