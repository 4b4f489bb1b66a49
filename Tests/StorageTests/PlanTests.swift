import Storage
import Testing

struct PlanTests {
    private let storage: SQLiteStorage

    init() async throws {
        storage = try SQLiteStorage.inMemory()
        try await Fixtures.fill(storage)
    }

    private func save(_ revision: Int, document: String = "{}", frozen: String? = nil, models: [String] = [])
        async throws
    {
        try await storage.write { writer in
            try writer.savePlan(
                PlanRecord(weekID: "w1", unitID: "u1", revision: revision, document: document),
                change: PlanChangeRecord(
                    weekID: "w1", unitID: "u1", revision: revision, document: "[\(revision)]", frozen: frozen,
                    createdAt: 5),
                links: models.map {
                    PlanLinkRecord(weekID: "w1", unitID: "u1", modelID: $0, items: 2, contentVersion: "v")
                })
        }
    }

    @Test func `a plan is kept with its history, newest first, and what each change froze`() async throws {
        try await save(1, document: "ét")
        try await save(2, document: "to", frozen: "to")
        #expect(try await storage.read { try $0.plan(weekID: "w1", unitID: "u1") }?.document == "to")
        let changes = try await storage.read { try $0.planChanges(weekID: "w1", unitID: "u1") }
        #expect(changes.map(\.revision) == [2, 1] && changes.map(\.frozen) == ["to", nil])
        #expect(try await storage.read { try $0.planChange(weekID: "w1", unitID: "u1", revision: 1) } == changes[1])
        #expect(try await storage.read { try $0.plans(ofWeek: "w1") }.map(\.unitID) == ["u1"])
        #expect(try await storage.read { try $0.plan(weekID: "w1", unitID: "u2") } == nil)
    }

    @Test(arguments: [0, 1, 3]) func `a revision that is not the next one is refused, and changes nothing`(
        revision: Int
    ) async throws {
        try await save(1, document: "ét")
        await #expect(throws: StorageError.self) { try await save(revision, document: "forkert") }
        #expect(try await storage.read { try $0.plan(weekID: "w1", unitID: "u1") }?.document == "ét")
        #expect(try await storage.read { try $0.planChanges(weekID: "w1", unitID: "u1") }.count == 1)
    }

    @Test func `the way back from a model is what the newest revision holds`() async throws {
        try await save(1, models: ["m1", "m2"])
        #expect(try await storage.read { try $0.planLinks(ofModel: "m1") }.map(\.unitID) == ["u1"])
        try await save(2, models: ["m2"])
        #expect(try await storage.read { try $0.planLinks(ofModel: "m1") }.isEmpty)
        #expect(try await storage.read { try $0.planLinks(ofModel: "m2") }.map(\.items) == [2])
    }

    @Test func `a plan of a week that is not there is refused`() async throws {
        await #expect(throws: StorageError.self) {
            try await storage.write { writer in
                try writer.savePlan(
                    PlanRecord(weekID: "x", unitID: "u1", revision: 1, document: "{}"),
                    change: PlanChangeRecord(weekID: "x", unitID: "u1", revision: 1, document: "{}", createdAt: 1),
                    links: [])
            }
        }
    }
}
