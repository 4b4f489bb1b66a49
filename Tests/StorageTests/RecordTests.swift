import Facilitation
import Planning
import Storage
import Testing

struct RecordTests {
    private let storage: SQLiteStorage

    init() async throws {
        storage = try SQLiteStorage.inMemory()
        try await Fixtures.fill(storage)
    }

    @Test func `every record comes back as it was put in, and as it was changed`() async throws {
        #expect(try await storage.read { try $0.weeks() } == [Fixtures.week])
        #expect(try await storage.read { try $0.session("s1") } == Fixtures.session)
        #expect(try await storage.read { try $0.session(joinCode: "ABCD2345") } == Fixtures.session)
        #expect(try await storage.read { try $0.model("m1") } == Fixtures.model)
        #expect(try await storage.read { try $0.participant("p1") } == Fixtures.participant)
        let (week, session, model, participant) = changedRecords()
        try await storage.write { writer in
            try writer.updateWeek(week)
            try writer.updateSession(session)
            try writer.updateModel(model)
            try writer.updateParticipant(participant)
        }
        #expect(try await storage.read { try $0.week("w1") } == week)
        #expect(try await storage.read { try $0.sessions(ofWeek: "w1") } == [session])
        #expect(try await storage.read { try $0.session(joinCode: "ABCD2345") } == nil)
        #expect(try await storage.read { try $0.models(ofWeek: "w1") } == [model])
        #expect(try await storage.read { try $0.models(ofSession: "s1") } == [model])
        #expect(try await storage.read { try $0.participants(ofSession: "s1") } == [participant])
    }

    /// The fixtures with every kind of member changed.
    private func changedRecords() -> (WeekRecord, SessionRecord, ModelRecord, ParticipantRecord) {
        var (week, session, model) = (Fixtures.week, Fixtures.session, Fixtures.model)
        var participant = Fixtures.participant
        week.document = "{}"
        session.joinCode = "ZZZZ9999"
        session.joinCodeExpiresAt = nil
        model.level = .coCreation
        participant.unitID = nil
        participant.externalID = "klub"
        participant.role = .observer
        return (week, session, model, participant)
    }

    @Test func `what is not there is nil when read and refused when changed`() async throws {
        #expect(try await storage.read { try $0.week("x") } == nil)
        #expect(try await storage.read { try $0.session("x") } == nil)
        #expect(try await storage.read { try $0.model("x") } == nil)
        #expect(try await storage.read { try $0.participant("x") } == nil)
        #expect(try await storage.read { try $0.document("x") } == nil)
        #expect(try await storage.read { try $0.setting("x") } == nil)
        #expect(try await storage.read { try $0.latestDraft(weekID: "w1", unitID: "u") } == nil)
        #expect(try await storage.read { try $0.events(ofSession: "x", after: 0) } == [])
        await #expect(throws: StorageError.notFound("week x")) {
            try await storage.write { try $0.updateWeek(WeekRecord(id: "x", document: "{}", createdAt: 0)) }
        }
    }

    @Test func `an id or a join code that is taken is a conflict`() async throws {
        await #expect(throws: StorageError.conflict("UNIQUE constraint failed: week.id")) {
            try await storage.write { try $0.insertWeek(Fixtures.week) }
        }
        var other = Fixtures.session
        other.id = "s2"
        let taken = other
        await #expect(throws: StorageError.conflict("UNIQUE constraint failed: session.joinCode")) {
            try await storage.write { try $0.insertSession(taken) }
        }
    }

    @Test func `nothing refers to what is not there`() async throws {
        let session = SessionRecord(
            id: "s2", weekID: "nowhere", position: 0, document: "{}", joinCode: "X", createdAt: 0)
        let grant = GrantRecord(tokenHash: Fixtures.hash, role: .facilitator, sessionID: "nowhere", createdAt: 0)
        let expected = StorageError.conflict("FOREIGN KEY constraint failed")
        await #expect(throws: expected) { try await storage.write { try $0.insertSession(session) } }
        await #expect(throws: expected) { try await storage.write { try $0.insertGrant(grant) } }
        await #expect(throws: expected) {
            try await storage.write { try $0.appendEvent(sessionID: "nowhere", at: 0, json: "{}") }
        }
    }

    @Test func `sessions and models come in their order`() async throws {
        try await storage.write { writer in
            for (id, position) in [("s3", 1), ("s2", -1)] {
                try writer.insertSession(
                    SessionRecord(
                        id: id, weekID: "w1", position: position, document: "{}", joinCode: id, createdAt: 0))
                try writer.insertModel(
                    ModelRecord(
                        id: "m-\(id)", weekID: "w1", sessionID: id, position: 0, level: .knowledge, document: "{}",
                        createdAt: 0))
            }
        }
        #expect(try await storage.read { try $0.sessions(ofWeek: "w1").map(\.id) } == ["s2", "s1", "s3"])
        #expect(try await storage.read { try $0.models(ofWeek: "w1").map(\.id) } == ["m-s2", "m1", "m-s3"])
    }

    @Test func `a token holds several grants, each valid until it expires or is revoked`() async throws {
        let first = GrantRecord(tokenHash: Fixtures.hash, role: .administrator, createdAt: 1)
        let second = GrantRecord(
            tokenHash: Fixtures.hash, role: .participant, weekID: "w1", sessionID: "s1", unitID: "u1",
            participantID: "p1", createdAt: 2, expiresAt: 50)
        let ids = try await storage.write { [try $0.insertGrant(first), try $0.insertGrant(second)] }
        var grants = try await storage.read { try $0.grants(tokenHash: Fixtures.hash) }
        #expect(grants.map(\.id) == ids)
        #expect(grants.map(\.role) == [.administrator, .participant])
        #expect(grants[1].participantID == "p1")
        #expect(grants.map { $0.isValid(at: 49) } == [true, true])
        #expect(grants.map { $0.isValid(at: 50) } == [true, false])
        try await storage.write { try $0.revokeGrant(ids[0], at: 10) }
        #expect(try await storage.write { try $0.revokeGrants(tokenHash: Fixtures.hash, at: 20) } == 1)
        grants = try await storage.read { try $0.grants(tokenHash: Fixtures.hash) }
        #expect(grants.map(\.revokedAt) == [10, 20])
        #expect(grants.map { $0.isValid(at: 30) } == [false, false])
        #expect(try await storage.read { try $0.grants(tokenHash: [UInt8](repeating: 8, count: 32)) }.isEmpty)
        await #expect(throws: StorageError.notFound("grant 99")) {
            try await storage.write { try $0.revokeGrant(99, at: 0) }
        }
    }

    @Test func `only a whole hash is taken for a token`() async throws {
        let grant = GrantRecord(tokenHash: Array("samspil-token".utf8), role: .observer, createdAt: 0)
        await #expect(throws: StorageError.self) { try await storage.write { try $0.insertGrant(grant) } }
    }

    @Test func `a draft is kept once under its number, and its unit has the last of its own`() async throws {
        func draft(_ version: Int, unit: String = "u1") -> DraftRecord {
            DraftRecord(
                weekID: "w1", unitID: unit, version: version, profile: "maalplan", document: "{\(version)}",
                createdAt: 5)
        }
        let drafts = [draft(1), draft(2), draft(1, unit: "u2")]
        try await storage.write { writer in
            for draft in drafts { try writer.saveDraft(draft, keeping: 20) }
        }
        #expect(try await storage.read { try $0.latestDraft(weekID: "w1", unitID: "u1") } == drafts[1])
        #expect(try await storage.read { try $0.drafts(weekID: "w1", unitID: "u1") } == [drafts[1], drafts[0]])
        for wrong in [draft(2), draft(0, unit: "u3")] {
            await #expect(throws: StorageError.self) {
                try await storage.write { try $0.saveDraft(wrong, keeping: 20) }
            }
        }
    }

    @Test func `of drafts the last twenty are kept, and each content once`() async throws {
        let storage = storage
        func save(_ version: Int, _ document: String) async throws {
            let draft = DraftRecord(
                weekID: "w1", unitID: "u1", version: version, profile: "maalplan", document: document, createdAt: 5)
            try await storage.write { try $0.saveDraft(draft, keeping: 20) }
        }
        for version in 1...50 { try await save(version, "\(version)") }
        let kept = try await storage.read { try $0.drafts(weekID: "w1", unitID: "u1").map(\.version) }
        #expect(kept == (31...50).reversed())
        try await save(51, "40")
        let after = try await storage.read { try $0.drafts(weekID: "w1", unitID: "u1").map(\.version) }
        #expect(after == [51] + (32...50).reversed().filter { $0 != 40 })
        #expect(try await storage.read { try $0.draft(weekID: "w1", unitID: "u1", version: 40) } == nil)
        #expect(try await storage.read { try $0.draft(weekID: "w1", unitID: "u1", version: 45) }?.document == "45")
    }

    @Test func `what is freed is not counted as used, so that deleting makes room`() async throws {
        let storage = storage
        let before = try await storage.read { try $0.usedBytes() }
        let draft = DraftRecord(
            weekID: "w1", unitID: "u1", version: 1, profile: "maalplan",
            document: String(repeating: "x", count: 1 << 20), createdAt: 5)
        try await storage.write { try $0.saveDraft(draft, keeping: 1) }
        #expect(try await storage.read { try $0.usedBytes() } >= before + 1 << 20)
        let small = DraftRecord(
            weekID: "w1", unitID: "u1", version: 2, profile: "maalplan", document: "{}", createdAt: 5)
        try await storage.write { try $0.saveDraft(small, keeping: 1) }
        #expect(try await storage.read { try $0.usedBytes() } < before + 1 << 17)
    }

    @Test func `who comes leaves a week as it was read, and who begins a model its outline`() async throws {
        let storage = storage
        var counts = storage.weekChanges
        func changed() -> [Bool] {
            let now = storage.weekChanges
            defer { counts = now }
            return [now.outline != counts.outline, now.models != counts.models, now.whole != counts.whole]
        }
        try await storage.write { writer in
            try writer.insertWeek(WeekRecord(id: "uge", document: "{}", createdAt: 1))
            try writer.insertSession(
                SessionRecord(
                    id: "s-uge", weekID: "uge", position: 0, document: "{}", joinCode: "UGEN2345", createdAt: 1))
        }
        #expect(changed() == [true, true, true])
        try await storage.write { writer in
            try writer.insertModel(
                ModelRecord(
                    id: "m-uge", weekID: "uge", sessionID: "s-uge", position: 0, level: .knowledge, document: "{}",
                    createdAt: 1))
        }
        #expect(changed() == [false, true, true])
        #expect(try await storage.read { try $0.modelCount(ofWeek: "uge") } == 1)
        try await storage.write { writer in
            try writer.insertParticipant(
                ParticipantRecord(
                    id: "p-uge", sessionID: "s-uge", displayName: "A", unitID: nil, externalID: nil, function: "f",
                    role: .participant, joinedAt: 1))
        }
        #expect(changed() == [false, false, true])
        try await storage.write { try $0.setSetting("x", to: "y") }
        #expect(changed() == [false, false, false])
    }

    @Test func `a setting is set, changed and removed`() async throws {
        for value in ["a", "b", nil] {
            try await storage.write { try $0.setSetting("locale", to: value) }
            #expect(try await storage.read { try $0.setting("locale") } == value)
        }
    }
}
