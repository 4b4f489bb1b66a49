import Foundation
import Storage
import Testing

struct DamageTests {
    private static let text = Array("Fælles prøvehandling med idrætsforeningen".utf8)

    /// What reading document `d` gives after the file at `path` was changed.
    private func fault(in path: String) async throws -> StorageError? {
        let storage = try SQLiteStorage.open(path: path)
        var fault: StorageError?
        do {
            _ = try await storage.read { try $0.document("d") }
        } catch {
            fault = error as? StorageError
        }
        await storage.close()
        return fault
    }

    @Test func `a bit flipped in the file is found and named, not served`() async throws {
        let directory = try TemporaryDirectory()
        try await Fixtures.log([[1], Self.text, [3]], at: directory.database)
        #expect(try await fault(in: directory.database) == nil)
        let url = URL(filePath: directory.database)
        var file = try Data(contentsOf: url)
        let place = try #require(file.firstRange(of: Data(Self.text)))
        file[place.lowerBound + 5] ^= 0x10
        try file.write(to: url)
        #expect(
            try await fault(in: directory.database) == .corrupt(.update(documentID: "d", sequence: 2)))
    }

    @Test(arguments: [
        (
            "UPDATE document_update SET bytes = x'02' WHERE sequence = 1",
            CorruptPlace.update(documentID: "d", sequence: 1)
        ),
        (
            "UPDATE document_update SET checksum = checksum + 1 WHERE sequence = 3",
            .update(documentID: "d", sequence: 3)
        ),
        ("DELETE FROM document_update WHERE sequence = 2", .log(documentID: "d", sequence: 2)),
        ("UPDATE document_update SET sequence = 9 WHERE sequence = 2", .update(documentID: "d", sequence: 9)),
        ("UPDATE document_update SET documentID = 'd' WHERE documentID = 'e'", .update(documentID: "d", sequence: 4)),
    ])
    func `a log that was changed behind our back is refused`(change: String, place: CorruptPlace) async throws {
        let directory = try TemporaryDirectory()
        try await Fixtures.log([[1], [2], [3]], at: directory.database)
        let storage = try SQLiteStorage.open(path: directory.database)
        try await storage.write { writer in
            for _ in 1...4 { try writer.appendUpdate(documentID: "e", bytes: [7]) }
            try writer.replaceLog(documentID: "e", snapshot: [], throughSequence: 3)
        }
        await storage.close()
        try SecondConnection.tamper(directory.database, change)
        #expect(try await fault(in: directory.database) == .corrupt(place))
    }

    @Test(arguments: [
        ("UPDATE document_snapshot SET bytes = x'00'", CorruptPlace.snapshot(documentID: "d")),
        ("UPDATE document_snapshot SET throughSequence = 1", .snapshot(documentID: "d")),
        ("DELETE FROM document_snapshot", .log(documentID: "d", sequence: 1)),
    ])
    func `a snapshot that disagrees with its log is refused`(change: String, place: CorruptPlace) async throws {
        let directory = try TemporaryDirectory()
        try await Fixtures.log([[1], [2], [3]], at: directory.database)
        let storage = try SQLiteStorage.open(path: directory.database)
        try await storage.write { try $0.replaceLog(documentID: "d", snapshot: [1, 2], throughSequence: 2) }
        await storage.close()
        try SecondConnection.tamper(directory.database, change)
        #expect(try await fault(in: directory.database) == .corrupt(place))
    }

    @Test(arguments: [
        ("UPDATE session_event SET json = '{}' WHERE sequence = 2", 2 as Int64),
        ("UPDATE session_event SET at = 0 WHERE sequence = 1", 1),
        ("DELETE FROM session_event WHERE sequence = 2", 2),
    ])
    func `an event that was changed or taken out is found`(change: String, sequence: Int64) async throws {
        let directory = try TemporaryDirectory()
        var storage = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(storage)
        try await storage.write { writer in
            for number in 1...3 as ClosedRange<Int64> {
                try writer.appendEvent(sessionID: "s1", at: number, json: #"{"kind":"sessionEnded"}"#)
            }
        }
        await storage.close()
        try SecondConnection.tamper(directory.database, change)
        storage = try SQLiteStorage.open(path: directory.database)
        let reopened = storage
        await #expect(throws: StorageError.corrupt(.event(sessionID: "s1", sequence: sequence))) {
            try await reopened.read { try $0.events(ofSession: "s1", after: 0) }
        }
        await storage.close()
    }

    @Test func `a word the program does not know is damage, not a trap`() async throws {
        let directory = try TemporaryDirectory()
        var storage = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(storage)
        await storage.close()
        try SecondConnection.tamper(directory.database, "UPDATE model SET level = 'telepathy'")
        storage = try SQLiteStorage.open(path: directory.database)
        let reopened = storage
        await #expect(throws: StorageError.corrupt(.row(table: "model", column: "level"))) {
            try await reopened.read { try $0.model("m1") }
        }
        await storage.close()
    }

    @Test(
        arguments: [
            ("week", "UPDATE week SET createdAt = createdAt + 1"), ("session", "UPDATE session SET joinCode = 'ANDEN'"),
            ("model", "UPDATE model SET document = document || ' '"), ("draft", "UPDATE draft SET profile = 'B'"),
            ("participant", "UPDATE participant SET displayName = displayName || 'x'"),
            ("access_grant", "UPDATE access_grant SET role = 'administrator'"),
            ("setting", "UPDATE setting SET value = 'other'"),
            ("goal_plan", "UPDATE goal_plan SET document = document || ' '"),
            ("goal_plan_change", "UPDATE goal_plan_change SET frozen = '{}'"),
            ("goal_plan_link", "UPDATE goal_plan_link SET items = items + 1"),
            ("session_snapshot", "UPDATE session_snapshot SET document = document || ' '"),
            ("told_calendar", "UPDATE told_calendar SET document = document || ' '"),
            ("document_version", "UPDATE document_version SET state = X'00'"),
            ("week", "UPDATE week SET checksum = NULL"),
        ])
    func `a row that is not as it was written is named, and not served`(_ table: String, _ change: String) async throws
    {
        let directory = try TemporaryDirectory()
        var storage = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(storage)
        try await Fixtures.fillRest(storage)
        await storage.close()
        #expect(try SQLiteInspection(path: directory.database).generalFaults() == [])
        try SecondConnection.tamper(directory.database, change)
        let place = CorruptPlace.row(table: table, column: "checksum")
        #expect(Set(try SQLiteInspection(path: directory.database).generalFaults()) == [place])
        storage = try SQLiteStorage.open(path: directory.database)
        let reopened = storage
        await #expect(throws: StorageError.corrupt(place)) {
            try await reopened.read { try Fixtures.readAll($0) }
        }
        await storage.close()
    }
}
