import TestLoop
import CRDT
import SyncProtocol
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// When a room sends what it gained, and how it spares readers and itself.
    @Suite struct FlushingTests {
        /// Milliseconds that a room of so many would wait after a second of so many changes.
        private func wait(receivers: Int, changesPerSecond: Int) -> Double {
            var now = ContinuousClock.now
            var pacing = FlushPacing(at: now)
            for _ in 0..<(4 * changesPerSecond) {
                now += Duration.seconds(1) / changesPerSecond
                pacing.count(at: now)
            }
            pacing.flushed(at: now)
            return pacing.delay(at: now, receivers: receivers) / .milliseconds(1)
        }

        @Test func `the wait grows with the load and is bounded, and there is none for few`() {
            #expect(wait(receivers: 10, changesPerSecond: 50) == 0)
            #expect(wait(receivers: 300, changesPerSecond: 10) == 0)
            let (some, more) = (
                wait(receivers: 200, changesPerSecond: 400), wait(receivers: 200, changesPerSecond: 1_000)
            )
            #expect(some > 5 && some < 13)
            #expect(more > 15 && more <= 25)
            #expect(wait(receivers: 5_000, changesPerSecond: 5_000) <= 25)
        }

        @Test func `what comes after a pause is sent at once, however busy it was before`() {
            var now = ContinuousClock.now
            var pacing = FlushPacing(at: now)
            for _ in 0..<2_000 {
                now += .milliseconds(1)
                pacing.count(at: now)
            }
            pacing.flushed(at: now)
            #expect(pacing.delay(at: now, receivers: 500) > .zero)
            #expect(pacing.delay(at: now + .milliseconds(26), receivers: 500) == .zero)
        }

        @Test @ServiceLoop func `a busy room sends in portions what came meanwhile, and nothing waits above 25 ms`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let writer = bench.join(room)
            let readers = (0..<200).map { _ in bench.join(room) }
            let (client, copy) = (Document(clientID: 7), Document(clientID: 8))
            var written: [String] = []
            for step in 0..<400 {
                room.receive(update: try client.type("\(step % 10)"), from: writer)
                written.append(client.task)
                bench.timing.turn()
                for update in readers[0].updates { _ = try copy.apply(update) }
                readers.forEach { $0.forget() }
                let oldest = max(0, step - 25)
                #expect(copy.task.count >= written[oldest].count - 1, "step \(step)")
                bench.timing.advance(by: .milliseconds(1))
            }
            room.receive(update: try client.type("!"), from: writer)
            var messages = 0
            for _ in 0..<100 {
                room.receive(update: try client.type("."), from: writer)
                bench.timing.turn()
                messages += readers[1].updates.count
                readers.forEach { $0.forget() }
                bench.timing.advance(by: .milliseconds(1))
            }
            #expect(messages >= 4 && messages <= 10, "\(messages) messages in 100 ms")
        }

        @Test @ServiceLoop func `who wrote hears at once that it is saved, others with the next flush`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let writer = bench.join(room)
            let readers = (0..<200).map { _ in bench.join(room) }
            let client = Document(clientID: 7)
            for _ in 0..<1_000 {
                room.receive(update: try client.type("a"), from: writer)
                bench.timing.advance(by: .milliseconds(1))
            }
            try await bench.until("durable") {
                bench.timing.advance(by: .milliseconds(1))
                return room.isDurable
            }
            bench.storage.hold()
            room.receive(update: try client.type("b"), from: writer)
            bench.timing.advance(by: .milliseconds(30))
            try await bench.pause()
            room.receive(update: try client.type("c"), from: writer)
            readers.forEach { $0.forget() }
            let before = writer.saved.count
            bench.storage.release()
            try await bench.until("acknowledged") { writer.acknowledged.last == 1_001 }
            #expect(writer.saved.count == before + 1)
            #expect(readers[0].saved.isEmpty && readers[0].updates.isEmpty)
            bench.timing.advance(by: .milliseconds(30))
            #expect(readers[0].saved.count == 1 && readers[0].updates.count == 1)
            readers.forEach { $0.forget() }
            try await bench.settle(room)
            #expect(readers[0].saved.isEmpty)
            bench.timing.advance(by: .seconds(1))
            #expect(readers[0].saved.count == 1, "without another flush it comes by itself")
        }

        @Test @ServiceLoop func `who reads too slowly is sent one update for all that came meanwhile, others each`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (writer, slow, quick) = (bench.join(room), bench.join(room), bench.join(room))
            let (client, copy) = (Document(clientID: 7), Document(clientID: 8))
            room.receive(update: try client.type("Hej"), from: writer)
            bench.timing.turn()
            for update in slow.updates { _ = try copy.apply(update) }
            try await bench.settle(room)
            slow.forget()
            slow.queuedBytes = room.limits.slowReaderBytes + 1
            for word in [" alle", " sammen", "!"] {
                room.receive(update: try client.type(word), from: writer)
                bench.timing.turn()
            }
            room.receive(update: try client.erase(1), from: writer)
            try await bench.settle(room)
            #expect(slow.messages.isEmpty)
            #expect(quick.updates.count == 5)
            slow.queuedBytes = 0
            room.drained(slow.id)
            #expect(slow.updates.count == 1 && slow.saved.count == 1)
            _ = try copy.apply(slow.updates[0])
            #expect(copy.task == "ej alle sammen!")
            room.drained(slow.id)
            #expect(slow.updates.count == 1, "told once")
            room.receive(update: try client.type("?"), from: writer)
            bench.timing.turn()
            #expect(slow.updates.count == 2, "and then as everybody")
        }

        @Test @ServiceLoop func `all who ask with the same state get the same bytes, until there is something new`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (writer, first, second, third) = (
                bench.join(room), bench.join(room), bench.join(room), bench.join(room)
            )
            let client = Document(clientID: 7)
            room.receive(update: try client.type("Hej"), from: writer)
            bench.timing.turn()
            for peer in [first, second, third] { peer.forget() }
            for peer in [first, second] { room.receive(Message.syncStep1(StateVector()).encoded(), from: peer.id) }
            #expect(first.outbound.last === second.outbound.last)
            room.receive(Message.syncStep1(client.stateVector).encoded(), from: third.id)
            #expect(third.outbound.last !== first.outbound.last)
            _ = try client.erase(1)
            room.receive(update: client.encodeStateAsUpdate(), from: writer)
            room.receive(Message.syncStep1(StateVector()).encoded(), from: third.id)
            guard case .syncStep2(let update) = third.messages.last else { Issue.record("no answer"); return }
            let copy = Document(clientID: 8)
            _ = try copy.apply(update)
            #expect(copy.task == "ej", "a deletion too is something new")
        }
    }
}
