import TestLoop
import CRDT
@testable import Facilitation
import Planning
import Storage
import SyncProtocol
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Nobody is told that something is saved before it is.
    @Suite struct DurabilityTests {
        @ServiceLoop private func isSaved(_ document: Document, for peer: FakePeer) -> Bool {
            if case .saved(let vector) = peer.saved.last { vector.covers(document.stateVector) } else { false }
        }

        @Test @ServiceLoop func `saved and acknowledged come after the commit, and cover what was sent`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (peer, other) = (bench.join(room), bench.join(room))
            let client = Document(clientID: 7)
            bench.storage.hold()
            room.receive(update: try client.type("Hej"), from: peer)
            room.receive(update: try client.type("!"), from: peer)
            try await bench.pause()
            #expect(other.updates.count == 1, "others see it at once")
            #expect(peer.saved.isEmpty && peer.acknowledged.isEmpty)
            bench.storage.release()
            try await bench.until("acknowledged") { peer.acknowledged == [2] }
            #expect(isSaved(client, for: peer))
            #expect(try await bench.stored().task == "Hej!")
        }

        @Test @ServiceLoop func `who repeats what is known waits for the commit of those who brought it`() async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (peer, again) = (bench.join(room), bench.join(room))
            let client = Document(clientID: 7)
            let update = try client.type("Hej")
            bench.storage.hold()
            room.receive(update: update, from: peer)
            try await bench.pause()
            room.receive(step2: update, from: again)
            room.receive(step2: [0, 0], from: again)
            try await bench.pause()
            #expect(again.acknowledged.isEmpty && again.saved.isEmpty)
            bench.storage.release()
            try await bench.until("acknowledged") { again.acknowledged.last == 2 }
            #expect(isSaved(client, for: again))
            let commits = bench.storage.statistics.commits
            room.receive(update: update, from: again)
            bench.timing.turn()
            #expect(again.acknowledged.last == 3, "durable already: no disk is asked")
            #expect(bench.storage.statistics.commits == commits)
        }

        @Test @ServiceLoop func `who comes while a commit is under way is not told that all is saved`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let writer = bench.join(room)
            bench.storage.hold()
            room.receive(update: try Document(clientID: 7).type("Hej"), from: writer)
            let early = FakePeer(50)
            room.join(early, access: DocumentAccess(canWrite: true, wantsSaved: true))
            #expect(early.saved.isEmpty)
            bench.storage.release()
            try await bench.settle(room)
            let late = FakePeer(51)
            room.join(late, access: DocumentAccess(canWrite: true, wantsSaved: true))
            #expect(late.saved == [.saved(room.document.stateVector)])
        }

        @Test @ServiceLoop
        func `a failing disk stops acknowledgement and writing, keeps what was taken, and resumes by itself`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (peer, other) = (bench.join(room), bench.join(room))
            let (client, late) = (Document(clientID: 7), Document(clientID: 8))
            bench.storage.fail()
            room.receive(update: try client.type("Taget. "), from: peer)
            try await bench.until("noticed") { !bench.rooms.log.isAccepting }
            room.receive(update: try late.type("For sent"), from: other)
            #expect(other.denials == ["storageFailing"])
            #expect(room.document.task == "Taget. ")
            bench.timing.advance(by: bench.limits.retryAfterFailure)
            try await bench.until("tried in vain") { bench.storage.reopenings == 1 }
            try await bench.pause()
            #expect(peer.acknowledged.isEmpty && !bench.rooms.log.isAccepting)
            bench.storage.repair()
            try await bench.until("works again") {
                bench.timing.advance(by: bench.limits.retryAfterFailure)
                return bench.rooms.log.isAccepting
            }
            #expect(peer.acknowledged == [1])
            #expect(try await bench.stored().task == "Taget. ")
            #expect(
                peer.closeCode == CloseCode.overloaded && other.closeCode == CloseCode.overloaded,
                "all synchronise anew")
        }

        @Test @ServiceLoop func `the log recovers also when the disk failed at something else than an edit`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            bench.storage.fail()
            await #expect(throws: StorageError.self) {
                try await bench.storage.write { try $0.setSetting("a", to: "b") }
            }
            bench.rooms.tidy()
            #expect(!bench.rooms.log.isAccepting)
            bench.storage.repair()
            try await bench.until("works again") {
                bench.timing.advance(by: bench.limits.retryAfterFailure)
                return bench.rooms.log.isAccepting
            }
            let peer = bench.join(room)
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            try await bench.until("acknowledged") { peer.acknowledged == [1] }
        }

        @Test @ServiceLoop func `it is said to work again when something was committed, not when it opens`()
            async throws
        {
            let bench = try await Bench.make()
            let facilitator = bench.join(try await bench.session())
            bench.storage.fail(.failsThoughItOpens)
            await #expect(throws: StorageError.self) {
                try await bench.session().perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            }
            #expect(facilitator.texts("storage").map { $0["works"]?.bool } == [false], "told at once")
            for _ in 0..<3 {
                bench.timing.advance(by: bench.limits.retryAfterFailure)
                try await bench.pause()
            }
            #expect(bench.storage.reopenings > 1)
            #expect(facilitator.texts("storage").count == 1)
            bench.storage.repair()
            try await bench.until("works again") {
                bench.timing.advance(by: bench.limits.retryAfterFailure)
                return bench.rooms.log.isAccepting
            }
            #expect(facilitator.texts("storage").map { $0["works"]?.bool } == [false, true])
        }

        @Test @ServiceLoop func `a disk that stands still does not fill the memory`() async throws {
            let bench = try await Bench.make { $0.unsavedBytes = 2_000 }
            let room = try await bench.room()
            let peer = bench.join(room)
            let client = Document(clientID: 7)
            bench.storage.hold()
            for _ in 0..<200 where peer.denials.isEmpty {
                room.receive(update: try client.type(String(repeating: "x", count: 100)), from: peer)
                bench.timing.turn()
            }
            #expect(peer.denials == ["storageFailing"])
            #expect(room.document.text("task").length <= 2_200)
            bench.storage.release()
            try await bench.until("accepts again") { bench.rooms.log.isAccepting }
            #expect(bench.rooms.log.isIdle)
        }

        @Test @ServiceLoop func `a snapshot takes the log's place, and reading it gives the same document`()
            async throws
        {
            let bench = try await Bench.make { $0.updatesBeforeSnapshot = 10 }
            let room = try await bench.room()
            let peer = bench.join(room)
            let client = Document(clientID: 7)
            for step in 0..<25 {
                room.receive(update: try step % 5 == 4 ? client.erase(2) : client.type("ord "), from: peer)
                try await bench.settle(room)
            }
            try await bench.until("no snapshot under way") { !room.isSnapshotDue }
            let stored = try #require(try await bench.storage.read { try $0.document("m1") })
            #expect(stored.snapshotSequence >= 10)
            #expect(stored.updates.count < 20)
            try bench.restart()
            let reopened = try await bench.room()
            #expect(reopened.document.task == client.task)
            #expect(reopened.document.stateVector == client.stateVector)
            #expect(reopened.document.deleteSet == client.deleteSet)
        }

        @Test @ServiceLoop func `settling waits for what is under way`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let peer = bench.join(room)
            bench.storage.hold()
            room.receive(update: try Document(clientID: 7).type("Hej"), from: peer)
            bench.timing.turn()
            let settled = Task { @ServiceLoop in
                await bench.rooms.settle()
                return peer.acknowledged
            }
            try await bench.pause()
            bench.storage.release()
            #expect(await settled.value == [1])
        }
    }
}
