import Storage
import Testing

/// A state in the place of the events that led to it.
struct SnapshotTests {
    /// A session with events 1…`count`, of which every third is history.
    private static func filled(_ count: Int) async throws -> SQLiteStorage {
        let storage = try SQLiteStorage.inMemory()
        try await Fixtures.fill(storage)
        try await storage.write { writer in
            for number in 1...count {
                try writer.appendEvent(
                    sessionID: "s1", at: Int64(number), json: #"{"kind":"\#(number % 3 == 0 ? "kept" : "step")"}"#)
            }
        }
        return storage
    }

    private static func replace(
        _ storage: SQLiteStorage, through sequence: Int64, leaving recent: Int = 2,
        _ bound: HistoryBound = HistoryBound(events: 100, bytes: 10_000)
    ) async throws {
        try await storage.write { writer in
            try writer.replaceEvents(
                ofSession: "s1", by: "state \(sequence)", throughSequence: sequence, leaving: recent, keeping: bound
            ) { $0.json.contains("kept") }
        }
    }

    private static func sequences(_ storage: SQLiteStorage, after: Int64 = 0) async throws -> [Int64] {
        try await storage.read { try $0.events(ofSession: "s1", after: after) }.map(\.sequence)
    }

    @Test func `steps go, history and the last events stay, and numbers go on`() async throws {
        let storage = try await Self.filled(10)
        #expect(try await storage.read { try $0.sessionSnapshot("s1") } == nil)
        try await Self.replace(storage, through: 10)
        #expect(try await Self.sequences(storage) == [3, 6, 9, 10])
        #expect(try await Self.sequences(storage, after: 8) == [9, 10])
        #expect(
            try await storage.read { try $0.sessionSnapshot("s1") }
                == SessionSnapshot(sequence: 10, completeAfter: 8, kept: 2, document: "state 10"))
        #expect(try await storage.write { try $0.appendEvent(sessionID: "s1", at: 11, json: "{}") } == 11)
    }

    @Test func `numbers go on where every event was dropped`() async throws {
        let storage = try await Self.filled(2)
        try await Self.replace(storage, through: 2, leaving: 0)
        #expect(try await Self.sequences(storage) == [])
        #expect(try await storage.write { try $0.appendEvent(sessionID: "s1", at: 11, json: "{}") } == 3)
        #expect(try await Self.sequences(storage) == [3])
    }

    @Test func `a later state takes the place of an earlier one, and not the other way round`() async throws {
        let storage = try await Self.filled(10)
        try await Self.replace(storage, through: 6)
        try await Self.replace(storage, through: 10)
        #expect(try await Self.sequences(storage) == [3, 6, 9, 10])
        for wrong: Int64 in [9, 11] {
            await #expect(throws: StorageError.self) { try await Self.replace(storage, through: wrong) }
        }
        #expect(try await storage.read { try $0.sessionSnapshot("s1") }?.document == "state 10")
    }

    @Test(arguments: [
        (HistoryBound(events: 2, bytes: 10_000), [24, 27, 29, 30] as [Int64]),
        (HistoryBound(events: 100, bytes: 50), [21, 24, 27, 29, 30]),
        (HistoryBound(events: 100, bytes: 1), [29, 30]),
    ])
    func `of history the newest is kept, within a number and within bytes`(
        bound: HistoryBound, expected: [Int64]
    ) async throws {
        let storage = try await Self.filled(30)
        try await Self.replace(storage, through: 30, bound)
        #expect(try await Self.sequences(storage) == expected)
        try await Self.replace(storage, through: 30, bound)
        #expect(try await Self.sequences(storage) == expected)
    }

    @Test func `an event that is missing after the state is found, and one of its history by the inspection`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let path = directory.database
        let storage = try SQLiteStorage.open(path: path)
        try await Fixtures.fill(storage)
        try await storage.write { writer in
            for number in 1...10 {
                try writer.appendEvent(
                    sessionID: "s1", at: Int64(number), json: #"{"kind":"\#(number % 3 == 0 ? "kept" : "step")"}"#)
            }
        }
        try await Self.replace(storage, through: 10)
        await storage.close()
        func faults() throws -> [CorruptPlace] {
            let inspection = try SQLiteInspection(path: path)
            defer { inspection.close() }
            return try inspection.sessions().flatMap(\.faults)
        }
        #expect(try faults() == [])
        try SecondConnection.tamper(path, "DELETE FROM session_event WHERE sequence = 6")
        #expect(try faults() == [.history(sessionID: "s1", through: 8)])
        try SecondConnection.tamper(path, "DELETE FROM session_event WHERE sequence = 9")
        #expect(try faults().contains(.event(sessionID: "s1", sequence: 9)))
    }
}
