import Storage
import Testing

struct WriteCompanionTests {
    private struct Refused: Error {}

    private func companion(_ value: String = "made") -> WriteCompanion {
        WriteCompanion { try $0.setSetting("companion", to: value) }
    }

    private func companions(in storage: SQLiteStorage) async throws -> String? {
        try await storage.read { try $0.setting("companion") }
    }

    @Test func `what accompanies a task is in the transaction of what it writes first, and in no other`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let companion = companion()
        try await companion.accompany {
            try await storage.write { writer in
                #expect(try writer.setting("companion") == nil, "it goes last")
                try writer.setSetting("a", to: "1")
            }
            #expect(companion.isWritten)
            try await storage.write { try $0.setSetting("companion", to: nil) }
            try await storage.write { try $0.setSetting("b", to: "2") }
        }
        #expect(try await companions(in: storage) == nil)
        await storage.close()
    }

    @Test func `a write that is undone takes its companion back, and the next has it`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let companion = companion()
        try await companion.accompany {
            await #expect(throws: Refused.self) { try await storage.write { _ in throw Refused() } }
            #expect(!companion.isWritten)
            #expect(try await companions(in: storage) == nil)
            companion.replace { try $0.setSetting("companion", to: "the answer") }
            try await storage.write { try $0.setSetting("a", to: "1") }
        }
        #expect(companion.isWritten)
        #expect(try await companions(in: storage) == "the answer")
        await storage.close()
    }

    @Test func `a companion that fails undoes what it was to go with`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let companion = WriteCompanion { _ in throw Refused() }
        await #expect(throws: Refused.self) {
            try await companion.accompany { try await storage.write { try $0.setSetting("a", to: "1") } }
        }
        #expect(!companion.isWritten)
        #expect(try await storage.read { try $0.setting("a") } == nil)
        await storage.close()
    }

    @Test func `a task that is begun meanwhile writes without it`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let companion = companion()
        try await companion.accompany {
            try await Task { try await storage.write { try $0.setSetting("a", to: "1") } }.value
        }
        #expect(!companion.isWritten)
        #expect(try await companions(in: storage) == nil)
        await storage.close()
    }

    @Test func `an answer takes the place of an empty one alone, and can be blanked but not unmade`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let made = AnswerRecord(id: [1], asker: [2], request: [3], answer: [], at: 10)
        var answered = made
        for answer: [UInt8] in [[], [7, 7], [8]] {
            answered.answer = answer
            try await storage.write { [answered] in try $0.keepAnswer(answered, since: 0, upTo: 5) }
        }
        #expect(try await storage.read { try $0.answer([1]) }?.answer == [7, 7])
        try await storage.write { try $0.blankAnswers() }
        #expect(try await storage.read { try $0.answer([1]) } == made)
        try await storage.write { try $0.removeAnswer([1]) }
        #expect(try await storage.read { try $0.answer([1]) } == nil)
        await storage.close()
    }
}
