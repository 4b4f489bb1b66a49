import Foundation
import HTTPTypes
import Planning
import Storage
import Testing

@testable import Application
@testable import Server

/// Weeks in and out of the database.
struct WeekRepositoryTests {
    private let storage: SQLiteStorage
    private let weeks: WeekRepository
    private let states: StoredModelStates

    init() throws {
        storage = try SQLiteStorage.inMemory()
        let definitions = try Example.definitions()
        weeks = WeekRepository(storage: storage, definitions: definitions)
        states = StoredModelStates(storage: storage, definitions: definitions)
    }

    private func take(_ week: Week) async throws -> WeekImport.Receipt {
        try await weeks.importWeek(week, states: states, now: 1)
    }

    @Test func `what was imported is exported as it came, unknown members and all`() async throws {
        let week = try Example.week { $0["noget.helt-andet"] = ["dybt": [1, "to", .null, true]] }
        let receipt = try await take(week)
        #expect(!receipt.wasThere)
        #expect(try await weeks.export(week.id, states: states) == week.source)
        #expect(receipt.sessions.map(\.id) == week.sessions.map(\.id))
        #expect(Set(receipt.sessions.flatMap { $0.models.map(\.id) }) == Set(week.models.map(\.id)))
    }

    @Test func `importing what was exported changes nothing, and gives the same codes`() async throws {
        let week = try Example.week()
        let first = try await take(week)
        let exported = try await weeks.export(week.id, states: states)
        let again = try await take(Week(importing: Data(exported.text().utf8), definitions: Example.definitions()))
        #expect(again.wasThere)
        #expect(again.sessions.map(\.joinCode) == first.sessions.map(\.joinCode))
        #expect(try await storage.read { try $0.weeks().count } == 1)
        #expect(
            try await storage.read { try $0.events(ofSession: "s-1", after: 0).count } == 6,
            "two models, four confirmations")
    }

    @Test func `a week that is there with another content is a conflict, and nothing of it is taken`() async throws {
        let week = try Example.week()
        _ = try await take(week)
        let changed = try Example.week { $0["title"] = "En anden titel" }
        let error = ApplicationError.weekExists(title: "En anden titel")
        await #expect(throws: error) { _ = try await take(changed) }
        #expect(Problem(telling: error)?.status == .conflict)
        #expect(try await weeks.export(week.id, states: states) == week.source)
    }

    @Test func `identifiers of another week are faults, each with its place, and nothing is written`() async throws {
        _ = try await take(Example.week())
        let other = try Example.week { $0["weekId"] = "uge-2" }
        let faults = await #expect(throws: ImportFaults.self) { _ = try await take(other) }
        #expect(
            Set(faults?.faults.map(\.path) ?? [])
                == ["$.sessions[0].id", "$.sessions[1].id", "$.models[0].id", "$.models[1].id", "$.models[2].id"])
        #expect(try await storage.read { try $0.week("uge-2") } == nil)
    }

    @Test func `two who import the same week at once both get it`() async throws {
        let week = try Example.week()
        let receipts = try await withThrowingTaskGroup(of: WeekImport.Receipt.self) { group in
            for _ in 0..<8 { group.addTask { try await self.take(week) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(receipts.count { !$0.wasThere } == 1)
        #expect(Set(receipts.map { $0.sessions.map(\.joinCode) }).count == 1)
    }

    @Test func `a session added to a week is in its export, in its place`() async throws {
        let week = try Example.week()
        _ = try await take(week)
        let record = try await weeks.addSession(
            ["title": "Tredje", "date": "2027-01-21", "startsAt": "08:30", "endsAt": "11:30"], to: week.id,
            agendas: Example.agendas(), now: 2)
        #expect(record.position == week.sessions.count)
        #expect(try await weeks.week(week.id).sessions.map(\.id) == week.sessions.map(\.id) + [record.id])
        await #expect(throws: ApplicationError.self) { _ = try await weeks.week("nej") }
    }

    @Test func `a week that is kept in memory is another as soon as anything of it was changed`() async throws {
        let week = try Example.week()
        _ = try await take(week)
        _ = (try await weeks.week(week.id), try await weeks.outline(week.id))
        try await weeks.patch(week.id, with: ["title": "En anden titel"])
        #expect(try await weeks.week(week.id).title == "En anden titel")
        #expect(try await weeks.outline(week.id).title == "En anden titel")
        let before = try await weeks.week(week.id).session("s-1")?.participants.count ?? 0
        let person = ParticipantRecord(
            id: "p-ny", sessionID: "s-1", displayName: "Ny", unitID: "u-skole", function: "Lærer", joinedAt: 1)
        try await storage.write { try $0.insertParticipant(person) }
        #expect(try await weeks.week(week.id).session("s-1")?.participants.count == before + 1)
        struct Undone: Error {}
        await #expect(throws: Undone.self) {
            try await storage.write { writer in
                try writer.insertWeek(WeekRecord(id: "uge-9", document: "{}", createdAt: 1))
                throw Undone()
            }
        }
        #expect(try await weeks.outline(week.id).title == "En anden titel")
        await #expect(throws: ApplicationError.self) { _ = try await weeks.week("uge-9") }
    }

    @Test func `what was forgotten is not had again, whatever it was kept under`() throws {
        let cache = WeekCache()
        let week = try Example.week()
        cache.keep(week, .whole, asOf: 1)
        cache.keep(week, .outline, asOf: 1)
        #expect(cache.week(week.id, .whole, asOf: 1) == week && cache.week(week.id, .outline, asOf: 1) == week)
        cache.forget()
        #expect(cache.week(week.id, .whole, asOf: 1) == nil && cache.week(week.id, .outline, asOf: 1) == nil)
    }
}
