import Facilitation
import Planning
import Storage

/// The least that events, participants and grants can refer to.
enum Fixtures {
    static let week = WeekRecord(id: "w1", document: #"{"weekId":"w1"}"#, createdAt: 1)
    static let session = SessionRecord(
        id: "s1", weekID: "w1", position: 0, document: #"{"title":"Børn i bevægelse"}"#, joinCode: "ABCD2345",
        joinCodeExpiresAt: 99, createdAt: 2)
    static let model = ModelRecord(
        id: "m1", weekID: "w1", sessionID: "s1", position: 0, level: .coordination, document: "{}", createdAt: 3)
    static let participant = ParticipantRecord(
        id: "p1", sessionID: "s1", displayName: "Ærkemarie Østergård", unitID: "u1", function: "Lærer", joinedAt: 4)
    static let hash = [UInt8](repeating: 7, count: 32)

    static func fill(_ storage: any Storage) async throws {
        try await storage.write { writer in
            try writer.insertWeek(week)
            try writer.insertSession(session)
            try writer.insertModel(model)
            try writer.insertParticipant(participant)
        }
    }

    /// One row of each kind that `fill` writes none of.
    static func fillRest(_ storage: any Storage) async throws {
        try await storage.write { writer in
            try writer.saveDraft(
                DraftRecord(weekID: "w1", unitID: "u1", version: 1, profile: "A", document: "{}", createdAt: 1),
                keeping: 20)
            try writer.insertGrant(GrantRecord(tokenHash: hash, role: .leader, weekID: "w1", createdAt: 5))
            try writer.setSetting("name", to: "value")
            try writer.saveToldCalendar(ToldCalendar(weekID: "w1", name: "session:s1", document: "{}"))
            try writer.savePlan(
                PlanRecord(weekID: "w1", unitID: "u1", revision: 1, document: "{}"),
                change: PlanChangeRecord(weekID: "w1", unitID: "u1", revision: 1, document: "{}", createdAt: 5),
                links: [PlanLinkRecord(weekID: "w1", unitID: "u1", modelID: "m1", items: 2, contentVersion: "v")])
            try writer.appendEvent(sessionID: "s1", at: 5, json: #"{"kind":"sessionEnded"}"#)
            try writer.replaceEvents(
                ofSession: "s1", by: "{}", throughSequence: 1, leaving: 10,
                keeping: HistoryBound(events: 10, bytes: 1_000)
            ) { _ in true }
            try writer.keepVersion(
                VersionRecord(
                    documentID: "m1", number: 0, at: 5, parties: "[]", contentVersion: "v", state: [0, 0]), upTo: 3)
        }
    }

    /// Reads every row outside the logs.
    static func readAll(_ reader: any StorageReader) throws {
        _ = try reader.toldCalendar(weekID: "w1", name: "session:s1")
        _ = try reader.weeks()
        _ = try reader.sessions(ofWeek: "w1")
        _ = try reader.models(ofWeek: "w1")
        _ = try reader.participants(ofSession: "s1")
        _ = try reader.drafts(weekID: "w1", unitID: "u1")
        _ = try reader.grants(tokenHash: hash)
        _ = try reader.setting("name")
        _ = try reader.plan(weekID: "w1", unitID: "u1")
        _ = try reader.planChanges(weekID: "w1", unitID: "u1")
        _ = try reader.planLinks(ofModel: "m1")
        _ = try reader.sessionSnapshot("s1")
        _ = try reader.versions(ofDocument: "m1")
    }

    /// Opens, appends `updates` to document `d`, and closes.
    static func log(_ updates: [[UInt8]], at path: String) async throws {
        let storage = try SQLiteStorage.open(path: path)
        try await storage.write { writer in
            for update in updates {
                try writer.appendUpdate(documentID: "d", bytes: update)
            }
        }
        await storage.close()
    }
}
