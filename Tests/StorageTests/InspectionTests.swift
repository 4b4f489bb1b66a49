import Foundation
import Testing

@testable import Storage

struct InspectionTests {
    @Test func `every damaged row of a log is named, not only the first`() async throws {
        let directory = try TemporaryDirectory()
        try await Fixtures.log([[1], [2], [3], [4], [5]], at: directory.database)
        for change in [
            "UPDATE document_update SET bytes = x'09' WHERE sequence IN (1, 4)",
            "DELETE FROM document_update WHERE sequence = 3",
        ] {
            try SecondConnection.tamper(directory.database, change)
        }
        let inspection = try SQLiteInspection(path: directory.database)
        let (stored, faults) = try inspection.document("d")
        #expect(stored == nil)
        #expect(
            faults == [
                .update(documentID: "d", sequence: 1), .update(documentID: "d", sequence: 4),
                .log(documentID: "d", sequence: 3),
            ])
        inspection.close()
    }

    @Test func `a row that lost what it refers to, or holds a word nobody knows, is named`() async throws {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        try await Fixtures.fill(storage)
        await storage.close()
        #expect(try SQLiteInspection(path: directory.database).generalFaults() == [])
        try SecondConnection.tamper(
            directory.database, "PRAGMA foreign_keys = OFF; DELETE FROM participant; DELETE FROM session")
        try SecondConnection.tamper(directory.database, "UPDATE model SET level = 'telepathy'")
        #expect(
            try SQLiteInspection(path: directory.database).generalFaults() == [
                .reference(table: "model", parent: "session"), .row(table: "model", column: "level"),
            ])
    }

    @Test func `inspecting beside an open storage sees what was committed and keeps nobody from writing`()
        async throws
    {
        let directory = try TemporaryDirectory()
        let storage = try SQLiteStorage.open(path: directory.database)
        let inspection = try SQLiteInspection(path: directory.database)
        for count in 1...3 {
            try await storage.write { try $0.appendUpdate(documentID: "d", bytes: [UInt8(count)]) }
            #expect(try inspection.document("d").stored?.updates.count == count)
        }
        inspection.close()
        await storage.close()
    }
}
