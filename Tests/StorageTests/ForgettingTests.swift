import Foundation
import Storage
import Testing

struct ForgettingTests {
    @Test func `a deleted name is in no file of the database any more`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(storage)
        #expect(try occurrences(of: Fixtures.participant.displayName, in: directory.path) > 0)
        #expect(try await forgetNames(storage) == ["p1"])
        #expect(try occurrences(of: Fixtures.participant.displayName, in: directory.path) == 0)
        let participant = try await storage.read { try $0.participant("p1") }
        #expect(participant?.displayName == "")
        #expect(participant?.function == "Lærer")
        #expect(try await forgetNames(storage) == [])
        await storage.close()
    }

    @Test func `a log that a snapshot replaced leaves no text behind once the write-ahead log is emptied`() async throws
    {
        let directory = try TemporaryDirectory()
        let secret = "Borgerens telefonnummer står her ved en fejl"
        let storage = try SQLiteStorage.open(path: directory.database)
        try await storage.write { writer in
            for _ in 1...50 { try writer.appendUpdate(documentID: "d", bytes: Array(secret.utf8)) }
        }
        try await storage.write { try $0.replaceLog(documentID: "d", snapshot: [0], throughSequence: 50) }
        await storage.close()
        #expect(try occurrences(of: secret, in: directory.path) == 0)
    }

    private func forgetNames(_ storage: SQLiteStorage) async throws -> [String] {
        let ids = try await storage.write { try $0.anonymiseParticipants(ofSession: "s1", joinedBefore: .max) }
        try await storage.eraseTraces()
        return ids
    }

    /// Files in `directory` that hold the text's bytes.
    private func occurrences(of text: String, in directory: String) throws -> Int {
        let files = try FileManager.default.contentsOfDirectory(atPath: directory)
        return try files.count { file in
            try Data(contentsOf: URL(filePath: directory + "/" + file)).firstRange(of: Data(text.utf8)) != nil
        }
    }
}
