@testable import Facilitation
import Foundation
import Planning
import Storage
import TestLoop
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// How somebody who comes, or comes back, learns what everybody knows.
    @Suite struct JoiningTests {
        /// People p0…, each with ideas, votes and an evaluation of the size given; and much that was said and taken
        /// back. As many as the limits of a test allow come of it in some seconds.
        private static func fill(_ session: SessionRoom, people: Int, ideaBytes: Int) async throws {
            let words = String(repeating: "Ærlig talt ", count: max(1, ideaBytes / 12))
            for number in 0..<people {
                let person = ParticipantRecord(
                    id: "p\(number)", sessionID: "s1", displayName: "Deltager \(number)", unitID: "u", function: "F",
                    joinedAt: 5)
                try await session.admit(person, role: .participant) { _ in }
            }
            let question = IdeaQuestion(roundId: "r", question: "Hvad?", isNamed: false)
            try await session.perform(OpenIdeas(question), by: Bench.facilitator)
            for number in 0..<people {
                let actor = Self.person(number)
                let idea = IdeaWriting(roundId: "r", ideaId: "i\(number)", text: "\(number) \(words)")
                try await session.perform(WriteIdea(idea), by: actor)
                try await session.perform(
                    Evaluate(Evaluation(grade: 3, text: "\(words) \(number)")), by: actor)
                for ready in [true, false, true] {
                    try await session.perform(SayReady(ready: ready), by: actor)
                }
            }
        }

        private struct Told: Equatable {
            let states: Int
            let events: [Int]
        }

        private static func person(_ number: Int) -> Actor {
            Actor(role: .participant, participantID: "p\(number)", unitID: "u", function: "F")
        }

        /// The state that a peer was sent, put together from its parts.
        @ServiceLoop private static func state(_ peer: FakePeer) throws -> JSONValue? {
            let parts = peer.texts("state")
            if let whole = parts.first?["state"] { return whole }
            guard parts.last?["isLast"] == true else { return nil }
            return try JSONValue.parse(parts.compactMap { $0["text"]?.string }.joined())["state"]
        }

        @Test @ServiceLoop
        func `who begins is told the state, who missed little the events, who missed much the state`()
            async throws
        {
            let bench = try await Bench.make {
                ($0.missedEvents, $0.tailEvents, $0.statePartBytes) = (10, 30, 1 << 20)
            }
            let session = try await bench.session()
            try await Self.fill(session, people: 10, ideaBytes: 20)
            let last = session.state.sequence
            @ServiceLoop func joined(after: Int64, wantsState: Bool) -> Told {
                let peer = bench.join(session, as: Self.person(3), after: after, wantsState: wantsState)
                defer { session.leave(peer.id) }
                return Told(
                    states: peer.texts("state").count,
                    events: peer.texts("event").compactMap { $0["seq"]?.int })
            }
            #expect(joined(after: 0, wantsState: true) == Told(states: 1, events: []))
            #expect(joined(after: last - 10, wantsState: true).events == Array(Int(last) - 9...Int(last)))
            #expect(joined(after: last - 10, wantsState: true).states == 0)
            #expect(joined(after: last - 11, wantsState: true) == Told(states: 1, events: []))
            #expect(joined(after: last, wantsState: true) == Told(states: 0, events: []))
            #expect(joined(after: last + 5, wantsState: true).states == 1, "the page knows more than the server")
            #expect(joined(after: last - 30, wantsState: false).events.count == 30)
            #expect(joined(after: last - 31, wantsState: false) == Told(states: 1, events: []))
            #expect(joined(after: 0, wantsState: false) == Told(states: 1, events: []))
        }

        @Test @ServiceLoop func `what happens after a state was made comes as events behind it, in order`() async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            try await Self.fill(session, people: 3, ideaBytes: 20)
            let first = bench.join(session, as: Self.person(0), wantsState: true)
            for index in 1...2 {
                try await session.perform(EnterPhase(index: index, expected: index - 1), by: Bench.facilitator)
            }
            let second = bench.join(session, as: Self.person(1), wantsState: true)
            for peer in [first, second] {
                let sequence = try #require(peer.texts("state").first?["seq"]?.int)
                let events = peer.texts("event").compactMap { $0["seq"]?.int }
                #expect(events == Array(sequence + 1..<Int(session.state.sequence) + 1))
                #expect(events.count == 2)
            }
            #expect(second.texts("state").first?["own"]?["participantId"]?.string == "p1")
        }

        @Test @ServiceLoop
        func `a state larger than what may wait for a reader comes in parts, each when there is room`()
            async throws
        {
            let bench = try await Bench.make { ($0.statePartBytes, $0.tailBytes) = (10_000, 20_000) }
            let session = try await bench.session()
            try await Self.fill(session, people: 60, ideaBytes: 900)
            let peer = bench.join(session, after: session.state.sequence)
            peer.forget()
            let slow = bench.join(session, as: Bench.facilitator, held: 50_000, wantsState: true)
            try await bench.until("the first part") { slow.texts("state").count == 1 }
            try await session.perform(RaiseHand(), by: Self.person(1))
            #expect(slow.texts("event").isEmpty, "nothing overtakes the state")
            for count in 2...4 {
                session.drained(slow.id)
                #expect(slow.texts("state").count == count)
            }
            slow.queuedBytes = 0
            session.drained(slow.id)
            let state = try #require(try Self.state(slow))
            #expect(slow.texts("state").count > 5)
            #expect(state["evaluations"]?["told"]?.array?.count == 60)
            #expect(state["rounds"]?.array?.first?["hidden"]?.array?.count == 60)
            #expect(slow.eventKinds == ["handRaised"])
            #expect(slow.outbound.allSatisfy { $0.count < 20_000 })
            #expect(peer.eventKinds == ["handRaised"])
        }

        @Test @ServiceLoop func `who reads too slowly to be told what happened meanwhile is told the state anew`()
            async throws
        {
            let bench = try await Bench.make { ($0.statePartBytes, $0.tailEvents) = (4_000, 5) }
            let session = try await bench.session()
            try await Self.fill(session, people: 30, ideaBytes: 500)
            let slow = bench.join(session, as: Bench.facilitator, held: 50_000, wantsState: true)
            try await bench.until("the first part") { slow.texts("state").count == 1 }
            for number in 0..<6 { try await session.perform(RaiseHand(), by: Self.person(number)) }
            slow.queuedBytes = 0
            session.drained(slow.id)
            try await bench.until("the second one's last part") {
                slow.texts("state").count { $0["part"] == 0 } == 2 && slow.texts("state").last?["isLast"] == true
            }
            let anew = slow.texts("state").reversed().prefix { $0["part"] != 0 }.count + 1
            let text = slow.texts("state").suffix(anew).compactMap { $0["text"]?.string }.joined()
            #expect(try JSONValue.parse(text)["state"]?["hands"]?.array?.count == 6)
            try await session.perform(RaiseHand(), by: Self.person(7))
            #expect(slow.eventKinds.last == "handRaised")
        }

        @Test @ServiceLoop func `what is private in a session goes to nobody else with its state`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            try await Self.fill(session, people: 2, ideaBytes: 20)
            try await session.perform(
                SetLobby(Lobby(mode: .passphrase, passphrase: "kastanje")), by: Bench.facilitator)
            @ServiceLoop func text(_ actor: Actor) throws -> String {
                let peer = bench.join(session, as: actor, wantsState: true)
                return try #require(peer.texts("state").first).text()
            }
            let (mine, watcher, leading) = (
                try text(Self.person(0)), try text(Actor(role: .observer)), try text(Bench.facilitator)
            )
            #expect(mine.contains("0 Ærlig") && !mine.contains("1 Ærlig") && !mine.contains("kastanje"))
            #expect(!watcher.contains("Ærlig") && !watcher.contains("kastanje"))
            #expect(leading.contains("kastanje") && leading.contains("Ærlig talt  0") && !leading.contains("0 Ærlig"))
        }

        @Test @ServiceLoop func `many events leave a state and their history on the disk, and open as they were`()
            async throws
        {
            let bench = try await Bench.make {
                ($0.updatesBeforeSnapshot, $0.missedEvents, $0.tailEvents) = (100, 20, 40)
            }
            let session = try await bench.session()
            try await Self.fill(session, people: 60, ideaBytes: 20)
            for index in 1...60 {
                try await session.perform(
                    EnterPhase(index: index % 3, expected: (index - 1) % 3), by: Bench.facilitator)
            }
            try await bench.until("written") { !session.isKeepingSnapshot }
            let stored = try await bench.storage.read { reader in
                (try reader.sessionSnapshot("s1"), try reader.events(ofSession: "s1", after: 0))
            }
            let snapshot = try #require(stored.0)
            let last = session.state.sequence
            #expect(last - snapshot.sequence < 200)
            #expect(Int64(stored.1.count) < last - 200, "the disk keeps every step")
            let kinds = stored.1.map { StoredSession.recorded($0).event.kind }
            #expect(kinds.count { $0 == ParticipantJoined.kind } == 60 && kinds.count { $0 == PhaseEntered.kind } == 60)
            #expect(stored.1.suffix(20).map(\.sequence) == Array(last - 19...last))
            let before = session.state
            try bench.restart()
            let again = try await bench.session()
            #expect(again.state == before)
            let back = bench.join(again, as: Self.person(3), after: last - 15, wantsState: true)
            #expect(back.texts("event").count == 15 && back.texts("state").isEmpty)
            try await again.perform(EnterPhase(index: 1, expected: 0), by: Bench.facilitator)
            #expect(again.state.sequence == last + 1)
        }

        @Test @ServiceLoop func `a journal of a version before is opened, and soon replaced by its state`() async throws
        {
            let bench = try await Bench.make { $0.updatesBeforeSnapshot = 500 }
            try await bench.storage.write { writer in
                for number in 0..<3_000 {
                    let isReady = number.isMultiple(of: 2)
                    try writer.appendEvent(
                        sessionID: "s1", at: 5 + Int64(number),
                        json: #"{"kind":"readySaid","participantId":"p1","ready":\#(isReady)}"#)
                }
            }
            let session = try await bench.session()
            #expect(session.state.sequence == 3_001)
            try await bench.until("written") { !session.isKeepingSnapshot && session.journal.eventsSinceSnapshot == 0 }
            let events = try await bench.storage.read { try $0.events(ofSession: "s1", after: 0) }
            #expect(events.count == bench.limits.missedEvents + 1)
            #expect(events.first?.sequence == 1)
        }

        @Test @ServiceLoop func `events that this version does not understand are never replaced`() async throws {
            let bench = try await Bench.make { $0.updatesBeforeSnapshot = 20 }
            try await bench.storage.write { writer in
                _ = try writer.appendEvent(sessionID: "s1", at: 5, json: #"{"kind":"somethingNew","members":[1]}"#)
            }
            let session = try await bench.session()
            for number in 0..<50 {
                try await session.perform(
                    number.isMultiple(of: 2) ? RaiseHand() : LowerHand(), by: Bench.teacher)
            }
            try await bench.until("nothing under way") { !session.isKeepingSnapshot }
            #expect(try await bench.storage.read { try $0.sessionSnapshot("s1") } == nil)
            #expect(try await bench.storage.read { try $0.events(ofSession: "s1", after: 0).count } == 52)
        }

        @Test @ServiceLoop func `a session holds so much and no more, and goes on with what holds no words`()
            async throws
        {
            let bench = try await Bench.make { ($0.sessionBytes, $0.missedBytes) = (100_000, 10_000) }
            let session = try await bench.session()
            @ServiceLoop func park(_ number: Int) async throws {
                let item = ParkedItem(itemId: "i\(number)", text: String(repeating: "x", count: 3_000))
                try await session.perform(ParkItem(item), by: Bench.facilitator)
            }
            // Words written over do not fill it.
            for number in 0..<60 {
                let words = Announcement(text: String(repeating: "\(number % 10)", count: 3_000))
                try await session.perform(SayToAll(words), by: Bench.facilitator)
            }
            for number in 0..<25 { try await park(number) }
            await #expect(throws: Refusal(.sessionFull)) { for number in 25..<40 { try await park(number) } }
            #expect(session.journal.heldBytes <= 100_000)
            try await session.perform(EnterPhase(index: 1, expected: 0), by: Bench.facilitator)
            try await session.perform(
                SettleItem(itemId: "i1", settled: true), by: Bench.facilitator)
            let peer = bench.join(session, wantsState: true)
            #expect(try Self.state(peer)?["parked"]?.array?.count == session.state.parkedItems.count)
            try await session.perform(EndSession(), by: Bench.facilitator)
        }

        @Test @ServiceLoop func `those who join are told who is here, and all others who came and went, once a moment`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let watcher = bench.join(session)
            let peers = (0..<50).map { bench.join(session, as: Self.person($0)) }
            bench.timing.advance(by: bench.limits.presenceDelay)
            #expect(watcher.texts("presence").count == 1)
            #expect(watcher.texts("presenceChange").map { $0["came"]?.array?.count } == [50])
            session.leave(peers[7].id)
            let back = bench.join(session, as: Self.person(7))
            session.leave(peers[8].id)
            bench.timing.advance(by: bench.limits.presenceDelay)
            #expect(watcher.texts("presenceChange").count == 2)
            #expect(watcher.texts("presenceChange").last?["left"] == ["p8"])
            #expect(watcher.texts("presenceChange").last?["came"] == [])
            #expect(back.texts("presence").first?["present"]?.array?.count == 50)
            #expect(back.texts("presenceChange").last?["left"] == ["p8"])
        }
    }
}
