import TestLoop
import CRDT
@testable import Facilitation
import Planning
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// What edits mean for the session, and what the session means for edits.
    @Suite struct ModelNewsTests {
        /// Lets the pause after an edit pass, and gives the last summary that `peer` was sent, if any.
        @ServiceLoop private func news(_ bench: Bench, _ peer: FakePeer) async throws -> JSONValue? {
            try await bench.pause()
            bench.timing.advance(by: bench.limits.contentDelay)
            try await bench.pause()
            defer { peer.forget() }
            #expect(peer.texts("model").count <= 1, "once a pause, not once a keystroke")
            return peer.texts("model").last?["model"]
        }

        private func state(_ summary: JSONValue) -> String? {
            summary["confirmations"]?.array?.first?["state"]?.string
        }

        @ServiceLoop private func confirm(_ session: SessionRoom) async throws {
            let version = try await session.content(of: "m1").contentVersion
            try await session.perform(
                ConfirmModel(modelID: "m1", contentVersion: version, give: "En lærer", on: "2027-01-20"),
                by: Bench.teacher)
        }

        @Test @ServiceLoop
        func `a confirmation is from before the change while an edit stands, and holds again when it is taken back`()
            async throws
        {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            let (writer, page) = (bench.join(room), bench.join(session))
            let client = Document(clientID: 7)
            for word in ["Fælles ", "opgave", "."] { room.receive(update: try client.type(word), from: writer) }
            let first = try #require(try await news(bench, page))
            #expect(first["confirmations"]?.array?.isEmpty == true)
            #expect(first["missing"]?.strings.contains("task") == false)
            try await confirm(session)
            let confirmed = try #require(try await news(bench, page))
            #expect(state(confirmed) == "current")
            #expect(confirmed["contentVersion"] == first["contentVersion"])
            room.receive(update: try client.type(" Mere"), from: writer)
            let changed = try #require(try await news(bench, page))
            #expect(state(changed) == "beforeChange")
            let undo = client.transact { client.text("task").delete(at: client.task.utf16.count - 5, length: 5) }
            room.receive(update: try #require(undo.update), from: writer)
            let restored = try #require(try await news(bench, page))
            #expect(state(restored) == "current")
        }

        @Test @ServiceLoop func `a decision is told with what it means at once, and many in a moment as one more`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let page = bench.join(session)
            page.forget()
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            try await bench.pause()
            let told = page.texts("model")
            #expect(told.count == 1 && told.first?["model"]?["locked"]?.bool == true, "no time has passed")
            page.forget()
            for _ in 0..<25 {
                try await session.perform(UnlockModel(modelId: "m1"), by: Bench.facilitator)
                try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            }
            try await session.perform(UnlockModel(modelId: "m1"), by: Bench.facilitator)
            try await session.perform(SetModelLevel(modelID: "m1", level: .coCreation), by: Bench.facilitator)
            try await bench.pause()
            #expect(page.texts("model").isEmpty, "gathered")
            bench.timing.advance(by: bench.limits.contentDelay)
            try await bench.pause()
            #expect(page.texts("model").map { $0["model"]?["level"]?.string } == ["coCreation"])
            page.forget()
            bench.timing.advance(by: bench.limits.contentDelay)
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            try await bench.pause()
            #expect(page.texts("model").count == 1, "and the next at once")
        }

        @Test @ServiceLoop func `who is still being told the past is told after it what a decision meant meanwhile`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let page = bench.join(session, held: 1 << 20, wantsState: true)
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            try await bench.pause()
            #expect(page.texts("model").isEmpty && page.texts("event").isEmpty)
            page.queuedBytes = 0
            session.drained(page.id)
            #expect(page.texts("event").map { $0["event"]?["kind"]?.string } == ["modelLocked"])
            #expect(page.texts("model").map { $0["model"]?["locked"]?.bool } == [true])
        }

        @Test @ServiceLoop func `edits that change nothing people read are no news`() async throws {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            let (writer, page) = (bench.join(room), bench.join(session))
            let client = Document(clientID: 7)
            room.receive(update: try client.type("Opgave"), from: writer)
            #expect(try await news(bench, page) != nil)
            room.receive(update: try client.type("x"), from: writer)
            let undo = client.transact { client.text("task").delete(at: 6, length: 1) }
            room.receive(update: try #require(undo.update), from: writer)
            #expect(try await news(bench, page) == nil)
        }

        @Test @ServiceLoop func `a lock holds in the document's room, whichever was opened first`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            #expect(try await session.summary(of: "m1").locked)
            let room = try await bench.room()
            #expect(room.isLocked)
            let peer = bench.join(room)
            room.receive(update: try Document(clientID: 7).type("Nej"), from: peer)
            #expect(peer.denials == ["locked"])
            try await session.perform(UnlockModel(modelId: "m1"), by: Bench.facilitator)
            #expect(!room.isLocked)
        }

        @Test @ServiceLoop
        func `the end of a session closes all its models, and reopening opens those that were not locked`() async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            try await session.perform(
                CreateModel(ModelCreation(modelId: "m2", level: .knowledge, title: "To")), by: Bench.facilitator)
            let (one, two) = (try await bench.room(), try await bench.rooms.document("m2"))
            try await session.perform(LockModel(modelId: "m2"), by: Bench.facilitator)
            try await session.perform(EndSession(), by: Bench.facilitator)
            #expect(one.isLocked && two.isLocked)
            #expect(try await session.summary(of: "m1").locked)
            try await session.perform(ReopenSession(), by: Bench.facilitator)
            #expect(!one.isLocked && two.isLocked)
        }

        @Test @ServiceLoop func `raising the level is news that tells what is missing, and loses nothing`() async throws
        {
            let bench = try await Bench.make()
            let (room, session) = (try await bench.room(), try await bench.session())
            let (writer, page) = (bench.join(room), bench.join(session))
            room.receive(update: try Document(clientID: 7).type("Opgave"), from: writer)
            let before = try #require(try await news(bench, page))
            try await session.perform(SetModelLevel(modelID: "m1", level: .coCreation), by: Bench.teacher)
            let after = try #require(try await news(bench, page))
            #expect(after["level"]?.string == "coCreation")
            #expect((after["missing"]?.array?.count ?? 0) > (before["missing"]?.array?.count ?? 0))
            #expect(room.document.task == "Opgave")
        }
    }
}
