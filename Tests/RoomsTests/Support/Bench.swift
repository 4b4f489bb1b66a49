import TestLoop
import CRDT
@testable import Facilitation
import Foundation
import Logging
import Planning
import Storage
import SyncProtocol
import Testing
import Transport

@testable import Rooms

/// A room registry over a real database, with one week, one session and one open model, and time turned by hand.
@ServiceLoop
final class Bench {
    static let facilitator = Actor(role: .facilitator, function: "Konsulent")
    static let teacher = Actor(role: .participant, participantID: "p1", unitID: "u-skole", function: "Lærer")

    let storage: HeldStorage
    let timing = HandTiming()
    let limits: RoomLimits
    private(set) var rooms: RoomRegistry
    private var lastPeer: UInt64 = 0

    private init(_ storage: HeldStorage, _ limits: RoomLimits) throws {
        self.storage = storage
        self.limits = limits
        rooms = try Self.open(storage, timing, limits)
    }

    static func make(_ change: (inout RoomLimits) -> Void = { _ in }) async throws -> Bench {
        var limits = RoomLimits()
        change(&limits)
        let bench = try Bench(HeldStorage(), limits)
        let created = SessionEvent(ModelCreated(ModelCreation(modelId: "m1", level: .coordination, title: "Overgange")))
        let json = String(decoding: try JSONEncoder().encode(created), as: UTF8.self)
        try await bench.storage.write { writer in
            try writer.insertWeek(WeekRecord(id: "w1", document: #"{"weekId":"w1"}"#, createdAt: 1))
            try writer.insertSession(
                SessionRecord(
                    id: "s1", weekID: "w1", position: 0,
                    document:
                        #"{"phases":[{"title":"A","minutes":5},{"title":"B","minutes":5},{"title":"C","minutes":5}]}"#,
                    joinCode: "ABCD2345", createdAt: 2))
            try writer.insertModel(
                ModelRecord(
                    id: "m1", weekID: "w1", sessionID: "s1", position: 0, level: .coordination, document: "{}",
                    createdAt: 3))
            try writer.appendEvent(sessionID: "s1", at: 4, json: json)
        }
        return bench
    }

    private static func open(
        _ storage: HeldStorage, _ timing: HandTiming, _ limits: RoomLimits
    ) throws -> RoomRegistry {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let fields = try Data(contentsOf: root.appending(path: "Sessions/templates/fields.json"))
        return RoomRegistry(
            storage: storage, definitions: try FieldDefinitions.load(fields), timing: timing, limits: limits,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    }

    /// The process is killed and started again: everything in memory is gone.
    func restart() throws { rooms = try Self.open(storage, timing, limits) }

    func room() async throws -> DocumentRoom { try await rooms.document("m1") }
    func session() async throws -> SessionRoom { try await rooms.session("s1") }

    /// Somebody in the document's room, with the greeting forgotten.
    func join(_ room: DocumentRoom, canWrite: Bool = true) -> FakePeer {
        lastPeer += 1
        let peer = FakePeer(lastPeer)
        room.join(peer, access: DocumentAccess(canWrite: canWrite, wantsSaved: true, wantsAcknowledged: true))
        peer.forget()
        return peer
    }

    /// Somebody in the session's room, greeting and all.
    ///
    /// - Parameter held: bytes that wait for it already.
    func join(
        _ session: SessionRoom, as actor: Actor = facilitator, after: Int64 = 0, held: Int = 0,
        wantsState: Bool = false
    ) -> FakePeer {
        lastPeer += 1
        let peer = FakePeer(lastPeer)
        peer.queuedBytes = held
        session.join(peer, as: actor, after: after, wantsState: wantsState)
        return peer
    }

    /// Waits for what runs beside the loop; turns end meanwhile.
    func until(
        _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation, _ holds: @ServiceLoop () -> Bool
    ) async throws {
        for _ in 0..<2_000 {
            timing.turn()
            if holds() { return }
            try await Task.sleep(for: .milliseconds(1))
        }
        Issue.record("in two seconds not: \(what)", sourceLocation: sourceLocation)
    }

    /// Everything taken is in the database.
    func settle(_ room: DocumentRoom) async throws {
        try await until("durable") { room.isDurable && rooms.log.isIdle }
    }

    /// Gives what is under way the time it would need.
    func pause() async throws {
        for _ in 0..<10 {
            timing.turn()
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// What a new process would read.
    func stored() async throws -> Document {
        try await storage.read { try $0.document("m1") }?.restore(id: "m1") ?? Document(clientID: 1)
    }
}

/// A Yjs client's document.
extension Document {
    /// Writes at the end of the field `task`, and gives the update.
    func type(_ words: String) throws -> [UInt8] {
        try #require(transact { text("task").insert(words, at: text("task").length) }.update)
    }

    func erase(_ length: Int) throws -> [UInt8] {
        try #require(transact { text("task").delete(at: 0, length: length) }.update)
    }

    var task: String { text("task").string }
}

extension DocumentRoom {
    /// An update as it comes over the wire.
    func receive(update: [UInt8], from peer: FakePeer) { receive(Message.update(update).encoded(), from: peer.id) }
    func receive(step2 update: [UInt8], from peer: FakePeer) {
        receive(Message.syncStep2(update).encoded(), from: peer.id)
    }
}

extension SessionRoom {
    func receive(command: String, id: String = "1", from peer: FakePeer) {
        receive(#"{"type":"command","id":"\#(id)","command":\#(command)}"#, from: peer.id)
    }
}
