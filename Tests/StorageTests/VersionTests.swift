import Storage
import Testing

struct VersionTests {
    private func version(_ content: String, at: Int64 = 1) -> VersionRecord {
        VersionRecord(
            documentID: "m1", number: 0, at: at, parties: #"["u1"]"#, contentVersion: content,
            state: Array(content.utf8))
    }

    @Test func `versions count from 1 for each document, newest first, and the oldest go`() async throws {
        let storage = try SQLiteStorage.inMemory()
        for content in ["a", "b", "c", "d"] {
            _ = try await storage.write { try $0.keepVersion(self.version(content), upTo: 3) }
        }
        let kept = try await storage.read { try $0.versions(ofDocument: "m1") }
        #expect(kept.map(\.number) == [4, 3, 2])
        #expect(kept.map(\.state.count) == [0, 0, 0])
        let (third, first, others) = try await storage.read { reader in
            (
                try reader.version(3, ofDocument: "m1"), try reader.version(1, ofDocument: "m1"),
                try reader.versions(ofDocument: "m2")
            )
        }
        #expect(third?.state == Array("c".utf8))
        #expect(first == nil && others.isEmpty)
    }

    @Test func `the content of the last version is not kept again, but one from before is`() async throws {
        let storage = try SQLiteStorage.inMemory()
        var numbers: [Int64] = []
        for content in ["a", "a", "b", "a"] {
            numbers.append(try await storage.write { try $0.keepVersion(self.version(content), upTo: 9) }.number)
        }
        #expect(numbers == [1, 1, 2, 3])
    }
}
