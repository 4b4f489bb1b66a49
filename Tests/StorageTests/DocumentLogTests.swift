import Storage
import Testing

struct DocumentLogTests {
    private func updates(_ document: StoredDocument?) -> [Int64: [UInt8]] {
        Dictionary(uniqueKeysWithValues: (document?.updates ?? []).map { ($0.sequence, $0.bytes) })
    }

    @Test func `updates count from 1 in each document, without gaps`() async throws {
        let storage = try SQLiteStorage.inMemory()
        let sequences = try await storage.write { writer in
            try ["a", "b", "a", "a", "b"].map { try writer.appendUpdate(documentID: $0, bytes: Array($0.utf8)) }
        }
        #expect(sequences == [1, 1, 2, 3, 2])
        #expect(try await storage.read { try $0.documentIDs() } == ["a", "b"])
        let document = try await storage.read { try $0.document("a") }
        #expect(document?.updates.map(\.sequence) == [1, 2, 3])
        #expect(document?.lastSequence == 3)
    }

    @Test func `an empty update and one of a mebibyte come back as they are`() async throws {
        let storage = try SQLiteStorage.inMemory()
        let large = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await storage.write { writer in
            try writer.appendUpdate(documentID: "d", bytes: [])
            try writer.appendUpdate(documentID: "d", bytes: large)
        }
        #expect(updates(try await storage.read { try $0.document("d") }) == [1: [], 2: large])
    }

    @Test func `a snapshot replaces the log it contains, and what came after stays`() async throws {
        let storage = try SQLiteStorage.inMemory()
        try await storage.write { writer in
            for number in 1...5 { try writer.appendUpdate(documentID: "d", bytes: [UInt8(number)]) }
            try writer.replaceLog(documentID: "d", snapshot: [1, 2, 3], throughSequence: 3)
        }
        let document = try await storage.read { try $0.document("d") }
        #expect(document?.snapshot == [1, 2, 3])
        #expect(document?.snapshotSequence == 3)
        #expect(updates(document) == [4: [4], 5: [5]])
    }

    @Test func `the sequence goes on after a snapshot of everything`() async throws {
        let storage = try SQLiteStorage.inMemory()
        let next = try await storage.write { writer in
            try writer.appendUpdate(documentID: "d", bytes: [1])
            try writer.appendUpdate(documentID: "d", bytes: [2])
            try writer.replaceLog(documentID: "d", snapshot: [9], throughSequence: 2)
            try writer.replaceLog(documentID: "d", snapshot: [8], throughSequence: 2)
            return try writer.appendUpdate(documentID: "d", bytes: [3])
        }
        #expect(next == 3)
        #expect(try await storage.read { try $0.document("d")?.snapshot } == [8])
    }

    @Test func `a snapshot of what is not there, or older than the one there is, is refused`() async throws {
        let storage = try SQLiteStorage.inMemory()
        try await storage.write { writer in
            for _ in 1...4 { try writer.appendUpdate(documentID: "d", bytes: [1]) }
            try writer.replaceLog(documentID: "d", snapshot: [1], throughSequence: 3)
        }
        for through in [Int64.min, -1, 2, 5, .max] {
            await #expect(throws: StorageError.self) {
                try await storage.write {
                    try $0.replaceLog(documentID: "d", snapshot: [0], throughSequence: through)
                }
            }
        }
        #expect(try await storage.read { try $0.document("d")?.snapshot } == [1])
    }

    @Test func `events count from 1 in each session, and are read from where one left off`() async throws {
        let storage = try SQLiteStorage.inMemory()
        try await Fixtures.fill(storage)
        let sequences = try await storage.write { writer in
            try (1...4).map { try writer.appendEvent(sessionID: "s1", at: $0 * 10, json: #"{"kind":"æ\#($0)"}"#) }
        }
        #expect(sequences == [1, 2, 3, 4])
        let events = try await storage.read { try $0.events(ofSession: "s1", after: 2) }
        #expect(
            events == [
                EventRecord(sequence: 3, at: 30, json: #"{"kind":"æ3"}"#),
                EventRecord(sequence: 4, at: 40, json: #"{"kind":"æ4"}"#),
            ])
        #expect(try await storage.read { try $0.events(ofSession: "s1", after: 4) }.isEmpty)
        #expect(try await storage.read { try $0.events(ofSession: "s1", after: .max) }.isEmpty)
        #expect(try await storage.read { try $0.events(ofSession: "s1", after: .min) }.count == 4)
    }
}
