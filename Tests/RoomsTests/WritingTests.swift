import TestLoop
import CRDT
@testable import Facilitation
import Storage
import SyncProtocol
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Who may write, and what becomes of what they send.
    @Suite struct WritingTests {
        @Test @ServiceLoop func `what a read-only peer sends never reaches the document, and it is told once`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (reader, other) = (bench.join(room, canWrite: false), bench.join(room))
            let client = Document(clientID: 7)
            room.receive(step2: try client.type("Hej"), from: reader)
            for _ in 0..<3 { room.receive(update: try client.type("!"), from: reader) }
            try await bench.pause()
            #expect(room.document.stateVector.clocks.isEmpty && !room.document.hasPending)
            #expect(reader.denials == ["readOnly"])
            #expect(reader.acknowledged.isEmpty && reader.saved.isEmpty)
            #expect(other.messages.isEmpty)
            #expect(try await bench.storage.read { try $0.document("m1") } == nil)
        }

        @Test @ServiceLoop func `an answer that brings nothing new is no attempt to write, and is acknowledged`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (writer, reader) = (bench.join(room), bench.join(room, canWrite: false))
            let client = Document(clientID: 7)
            room.receive(update: try client.type("Hej"), from: writer)
            room.receive(update: try client.erase(2), from: writer)
            try await bench.settle(room)
            room.receive(step2: [0, 0], from: reader)
            room.receive(step2: client.encodeStateAsUpdate(since: client.stateVector), from: reader)
            room.receive(step2: client.encodeStateAsUpdate(), from: reader)
            try await bench.until("acknowledged") { reader.acknowledged.last == 3 }
            #expect(reader.denials.isEmpty)
            room.receive(step2: try client.erase(1), from: reader)
            #expect(reader.denials == ["readOnly"], "a deletion is a change")
            #expect(room.document.task == "j")
        }

        @Test @ServiceLoop func `a locked document refuses everyone, and asks for what it refused when it opens`()
            async throws
        {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            let peer = bench.join(room)
            let client = Document(clientID: 7)
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            room.receive(update: try client.type("Under lås"), from: peer)
            #expect(peer.denials == ["locked"])
            #expect(room.document.task.isEmpty)
            peer.forget()
            try await session.perform(UnlockModel(modelId: "m1"), by: Bench.facilitator)
            #expect(peer.questions == [.syncStep1(StateVector())])
            room.receive(step2: client.encodeStateAsUpdate(), from: peer)
            try await bench.settle(room)
            #expect(room.document.task == "Under lås")
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            room.receive(update: try client.type("."), from: peer)
            #expect(peer.denials == ["locked"], "told again for another lock")
        }

        @Test(arguments: [
            [], [9], [0], [0, 9, 0], [0, 2, 5, 1], [0, 2, 3, 1, 2, 3], [0, 1, 2, 0xFF, 0xFF], [1, 3, 1, 1, 1],
        ])
        @ServiceLoop func `malformed bytes close the connection with 1007 and change nothing`(bytes: [UInt8])
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (good, bad) = (bench.join(room), bench.join(room))
            room.receive(update: try Document(clientID: 7).type("Hej"), from: good)
            try await bench.settle(room)
            let before = room.document.encodeStateAsUpdate()
            bad.forget()
            room.receive(bytes, from: bad.id)
            try await bench.pause()
            #expect(bad.closeCode == CloseCode.invalidPayload)
            #expect(good.closeCode == nil)
            #expect(room.document.encodeStateAsUpdate() == before)
            #expect(bad.messages.isEmpty)
        }

        @Test @ServiceLoop
        func `an update larger than people write closes with 1009; what was written offline may be larger`()
            async throws
        {
            let bench = try await Bench.make { $0.updateBytes = 1_000 }
            let room = try await bench.room()
            let (loud, offline) = (bench.join(room), bench.join(room))
            let large = try Document(clientID: 7).type(String(repeating: "æ", count: 600))
            room.receive(update: large, from: loud)
            #expect(loud.closeCode == CloseCode.tooBig)
            #expect(room.document.task.isEmpty)
            room.receive(step2: large, from: offline)
            #expect(offline.closeCode == nil)
            #expect(room.document.text("task").length == 600)
        }

        @Test @ServiceLoop func `what one turn gained goes out as one message, and not to its sole author`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (first, second, third) = (bench.join(room), bench.join(room), bench.join(room))
            let (anna, bo) = (Document(clientID: 1), Document(clientID: 2))
            for word in ["a", "b", "c"] { room.receive(update: try anna.type(word), from: first) }
            #expect(third.updates.isEmpty, "nothing goes out before the turn ends")
            bench.timing.turn()
            #expect(first.updates.isEmpty)
            #expect(second.updates.count == 1 && second.updates == third.updates)
            _ = try bo.apply(second.updates[0])
            #expect(bo.task == "abc")
            room.receive(update: try anna.type("d"), from: first)
            room.receive(update: try bo.type("e"), from: second)
            bench.timing.turn()
            #expect(first.updates.count == 1, "with two authors everybody gets it")
            #expect(third.updates.count == 2)
            let reader = Document(clientID: 3)
            for update in third.updates { _ = try reader.apply(update) }
            #expect(reader.task == room.document.task)
        }

        @Test @ServiceLoop func `an update that came before what it builds on makes the server ask, and waits`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (ahead, other) = (bench.join(room), bench.join(room))
            let client = Document(clientID: 7)
            let first = try client.type("Hej ")
            room.receive(update: try client.type("verden"), from: ahead)
            bench.timing.turn()
            #expect(ahead.questions.count == 1)
            #expect(other.updates.isEmpty)
            try await bench.settle(room)
            try bench.restart()
            let reopened = try await bench.room()
            #expect(reopened.document.hasPending, "what waits is stored too")
            let peer = bench.join(reopened)
            reopened.receive(update: first, from: peer)
            #expect(reopened.document.task == "Hej verden")
        }

        @Test @ServiceLoop func `only members of the room are heard`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let peer = bench.join(room)
            room.leave(peer.id)
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            #expect(room.document.task.isEmpty)
        }

        @Test @ServiceLoop func `a newcomer is asked for what it has and gets what it lacks`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let writer = bench.join(room)
            room.receive(update: try Document(clientID: 7).type("Hej"), from: writer)
            try await bench.settle(room)
            let peer = FakePeer(99)
            room.join(peer, access: DocumentAccess(canWrite: false))
            #expect(peer.messages == [.syncStep1(room.document.stateVector)])
            room.receive(Message.syncStep1(StateVector()).encoded(), from: 99)
            guard case .syncStep2(let update) = peer.messages.last else { Issue.record("no answer"); return }
            let client = Document(clientID: 8)
            _ = try client.apply(update)
            #expect(client.task == "Hej")
        }
    }
}
