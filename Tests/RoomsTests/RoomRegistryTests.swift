import TestLoop
import CRDT
@testable import Facilitation
import Storage
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Opening rooms and letting go of them.
    @Suite struct RoomRegistryTests {
        @Test @ServiceLoop func `a room that nobody is in is let go of, and read again when somebody comes`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let peer = bench.join(room)
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            try await bench.settle(room)
            bench.timing.advance(by: .seconds(60))
            bench.rooms.tidy()
            #expect(bench.rooms.documents["m1"] === room, "somebody is here")
            room.leave(peer.id)
            bench.timing.advance(by: .seconds(29))
            bench.rooms.tidy()
            #expect(bench.rooms.documents["m1"] === room, "a reload finds it warm")
            bench.timing.advance(by: .seconds(2))
            bench.rooms.tidy()
            #expect(bench.rooms.documents.isEmpty)
            let again = try await bench.room()
            #expect(again !== room)
            #expect(again.document.task == "Hej")
        }

        @Test @ServiceLoop func `a room somebody has just asked for is not let go of`() async throws {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            bench.timing.advance(by: .seconds(29))
            _ = try await bench.room()
            _ = try await bench.rooms.session(ofModel: "m1")
            bench.timing.advance(by: .seconds(29))
            bench.rooms.tidy()
            #expect(bench.rooms.documents["m1"] === room)
            #expect(bench.rooms.sessions["s1"] === session)
        }

        @Test @ServiceLoop func `nothing is let go of before it is durable`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let peer = bench.join(room)
            bench.storage.hold()
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            bench.timing.turn()
            room.leave(peer.id)
            bench.timing.advance(by: .seconds(60))
            bench.rooms.tidy()
            #expect(bench.rooms.documents["m1"] === room)
            bench.storage.release()
            try await bench.settle(room)
            bench.rooms.tidy()
            #expect(bench.rooms.documents.isEmpty)
        }

        @Test @ServiceLoop func `however many ask at once, a room is opened once`() async throws {
            let bench = try await Bench.make()
            let tasks = (0..<20).map { _ in Task { @ServiceLoop in ObjectIdentifier(try await bench.room()) } }
            let sessions = (0..<20).map { _ in Task { @ServiceLoop in ObjectIdentifier(try await bench.session()) } }
            var rooms: Set<ObjectIdentifier> = []
            for task in tasks { rooms.insert(try await task.value) }
            var folded: Set<ObjectIdentifier> = []
            for task in sessions { folded.insert(try await task.value) }
            #expect(rooms.count == 1 && folded.count == 1)
        }

        @Test @ServiceLoop func `a damaged document is never served in part, and does not stay in the way`()
            async throws
        {
            let bench = try await Bench.make()
            try await bench.storage.write { writer in
                try writer.appendUpdate(documentID: "m1", bytes: Document(clientID: 7).type("Hej"))
                try writer.appendUpdate(documentID: "m1", bytes: [9, 9, 9])
            }
            for _ in 0..<2 { await #expect(throws: RoomError.self) { _ = try await bench.room() } }
            #expect(bench.rooms.documents.isEmpty)
        }

        @Test @ServiceLoop func `an unknown session or model is an error, not an empty room`() async throws {
            let bench = try await Bench.make()
            await #expect(throws: RoomError.self) { _ = try await bench.rooms.session("nej") }
            await #expect(throws: RoomError.self) { _ = try await bench.rooms.session(ofModel: "nej") }
            #expect(bench.rooms.sessions.isEmpty)
        }

        @Test @ServiceLoop func `a session stays while somebody is in one of its models, and so does the lock`()
            async throws
        {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            let peer = bench.join(room)
            for _ in 0..<3 {
                bench.timing.advance(by: .seconds(400))
                try await bench.pause()
                bench.rooms.tidy()
            }
            #expect(bench.rooms.sessions["s1"] === session)
            room.receive(update: try Document(clientID: 7).type("Nej"), from: peer)
            #expect(peer.denials == ["locked"])
            room.leave(peer.id)
            bench.timing.advance(by: .seconds(60))
            try await bench.until("let go of") {
                bench.rooms.tidy()
                return bench.rooms.sessions.isEmpty && bench.rooms.documents.isEmpty
            }
            _ = try await bench.session()
            #expect(try await bench.room().isLocked)
        }
    }
}
