import CRDT
import Facilitation
import Storage
import SyncProtocol
import TestLoop
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// What a model takes, from one person and in all, and what becomes of what it does not take.
    @Suite struct BoundTests {
        /// So many client ids, each with one letter in the field `task`.
        static func clients(_ ids: Range<UInt64>) throws -> [UInt8] {
            try mergeUpdates(ids.map { try Document(clientID: $0).type("x") })
        }

        @ServiceLoop private func join(
            _ id: UInt64, in room: DocumentRoom, of bench: Bench, person: [UInt8], acknowledged: Bool = true
        ) -> FakePeer {
            let peer = FakePeer(id)
            let budget = bench.rooms.budget(of: person, inSession: "s1")
            room.join(
                peer,
                access: DocumentAccess(
                    canWrite: true, wantsSaved: true, wantsAcknowledged: acknowledged, person: person, budget: budget))
            peer.forget()
            return peer
        }

        // MARK: Client ids

        @Test @ServiceLoop
        func `client ids beyond a person's are refused in words, leave no trace, and the room goes on`()
            async throws
        {
            let bench = try await Bench.make { $0.person.clients = 20 }
            let room = try await bench.room()
            let attacker = join(51, in: room, of: bench, person: [1])
            let honest = join(52, in: room, of: bench, person: [2])
            room.receive(step2: try Self.clients(100..<121), from: attacker)
            #expect(attacker.denials == ["tooManyClients"] && attacker.closeCode == nil)
            #expect(room.document.stateVector.clocks.isEmpty && !room.document.hasPending)
            let again = join(53, in: room, of: bench, person: [1])
            room.receive(step2: try Self.clients(100..<115), from: again)
            #expect(room.document.stateVector.clocks.count == 15)
            room.receive(step2: try Self.clients(200..<206), from: again)
            #expect(again.denials == ["tooManyClients"], "another connection is the same person's")
            room.receive(update: try Document(clientID: 7).type("Hej"), from: honest)
            try await bench.until("acknowledged") { honest.acknowledged.last == 1 }
            #expect(honest.denials.isEmpty && room.document.stateVector.clocks.count == 16)
        }

        @Test @ServiceLoop func `client ids that wait for what they build on count as those that are there`()
            async throws
        {
            let bench = try await Bench.make { $0.person.clients = 20 }
            let room = try await bench.room()
            let attacker = join(51, in: room, of: bench, person: [1])
            // Each lacks its first letter.
            let waiting = try mergeUpdates(
                (UInt64(100)..<110).map { id in
                    let client = Document(clientID: id)
                    _ = try client.type("a")
                    return try client.type("b")
                })
            room.receive(step2: waiting, from: attacker)
            #expect(room.document.clientCount == 10 && room.document.hasPending)
            room.receive(step2: try Self.clients(200..<211), from: attacker)
            #expect(attacker.denials == ["tooManyClients"])
        }

        @Test @ServiceLoop
        func `a model that has more client ids than it takes opens, and its own clients go on writing`()
            async throws
        {
            let bench = try await Bench.make { $0.document.clients = 10 }
            let old = Document(clientID: 7)
            _ = try old.type("Fra før")
            let stored = try mergeUpdates([Self.clients(100..<130), old.encodeStateAsUpdate()])
            try await bench.storage.write { _ = try $0.appendUpdate(documentID: "m1", bytes: stored) }
            let room = try await bench.room()
            let (known, new) = (join(51, in: room, of: bench, person: [1]), join(52, in: room, of: bench, person: [2]))
            room.receive(Message.syncStep1(StateVector()).encoded(), from: new.id)
            #expect(new.messages.contains { if case .syncStep2 = $0 { true } else { false } })
            room.receive(update: try old.type(" og nu"), from: known)
            try await bench.until("acknowledged") { known.acknowledged.last == 1 }
            room.receive(update: try Document(clientID: 8).type("Ny"), from: new)
            #expect(new.denials == ["tooManyClients"] && new.closeCode == nil)
        }

        @Test @ServiceLoop func `the last quarter of a model's client ids is for people who come with one each`()
            async throws
        {
            let bench = try await Bench.make {
                $0.document.clients = 100
                $0.person.clients = 90
            }
            let room = try await bench.room()
            let greedy = join(51, in: room, of: bench, person: [1])
            room.receive(step2: try Self.clients(100..<180), from: greedy)
            #expect(room.document.clientCount == 80)
            room.receive(step2: try Self.clients(200..<205), from: greedy)
            #expect(greedy.denials == ["tooManyClients"])
            for person in UInt8(10)..<25 {
                let peer = join(UInt64(person) + 100, in: room, of: bench, person: [person])
                room.receive(update: try Document(clientID: UInt64(person)).type("Ny"), from: peer)
                #expect(peer.denials.isEmpty)
            }
        }

        // MARK: Size

        @Test @ServiceLoop func `a full model says so, keeps what it has, and takes more once something is deleted`()
            async throws
        {
            let bench = try await Bench.make { $0.document.updateBytes = 40_000 }
            let room = try await bench.room()
            let (writer, other) = (
                join(51, in: room, of: bench, person: [1]), join(52, in: room, of: bench, person: [2])
            )
            let (client, colleague) = (Document(clientID: 7), Document(clientID: 8))
            room.receive(update: try client.type(String(repeating: "a", count: 30_000)), from: writer)
            _ = try colleague.apply(room.document.encodeStateAsUpdate())
            let tooMuch = try client.type(String(repeating: "b", count: 12_000))
            room.receive(update: tooMuch, from: writer)
            #expect(writer.denials == ["modelFull"] && writer.closeCode == nil)
            #expect(room.document.task.count == 30_000)
            // What comes after it would wait for it, and is not taken either.
            room.receive(update: try client.type("c"), from: writer)
            #expect(!room.document.hasPending)
            room.receive(update: try colleague.erase(20_000), from: other)
            #expect(room.document.task.count == 10_000 && other.denials.isEmpty)
            room.receive(step2: client.encodeStateAsUpdate(since: room.document.stateVector), from: writer)
            #expect(room.document.task.hasSuffix("bbbc") && room.document.task.count == 22_001)
            room.receive(update: try client.type(String(repeating: "d", count: 25_000)), from: writer)
            #expect(writer.denials == ["modelFull", "modelFull"], "told each time: acknowledgements leave it out")
            try await bench.settle(room)
        }

        @Test @ServiceLoop func `who has written too much takes some of it back, and all of it is saved`() async throws
        {
            let bench = try await Bench.make { $0.document.updateBytes = 40_000 }
            let room = try await bench.room()
            let writer = join(51, in: room, of: bench, person: [1])
            let client = Document(clientID: 7)
            room.receive(update: try client.type(String(repeating: "a", count: 39_000)), from: writer)
            room.receive(update: try client.type(String(repeating: "b", count: 5_000)), from: writer)
            #expect(writer.denials == ["modelFull"])
            _ = try client.erase(10_000)
            room.receive(step2: client.encodeStateAsUpdate(since: room.document.stateVector), from: writer)
            #expect(room.document.task == client.task && writer.closeCode == nil)
        }

        @Test @ServiceLoop func `a full session takes only what makes its models smaller`() async throws {
            let bench = try await Bench.make { $0.sessionDocumentBytes = 10_000 }
            _ = try await bench.session()
            let room = try await bench.room()
            let writer = join(51, in: room, of: bench, person: [1])
            let client = Document(clientID: 7)
            room.receive(update: try client.type(String(repeating: "a", count: 12_000)), from: writer)
            try await bench.settle(room)
            room.receive(update: try client.erase(100), from: writer)
            #expect(writer.denials.isEmpty && room.document.task.count == 11_900)
            room.receive(update: try client.type("b"), from: writer)
            #expect(writer.denials == ["sessionFull"])
        }

        @Test @ServiceLoop func `what is stored beyond today's bounds opens whole`() async throws {
            let bench = try await Bench.make {
                $0.document.updateBytes = 1024
                $0.document.contentBytes = 1024
            }
            let old = try Document(clientID: 7).type(String(repeating: "å", count: 5_000))
            try await bench.storage.write { _ = try $0.appendUpdate(documentID: "m1", bytes: old) }
            let room = try await bench.room()
            #expect(room.document.task.count == 5_000)
            let peer = join(51, in: room, of: bench, person: [1])
            room.receive(update: try Document(clientID: 8).type("x"), from: peer)
            #expect(peer.denials == ["modelFull"])
        }

        // MARK: Rate

        @Test @ServiceLoop func `who types and pastes is never slowed down`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let writer = join(51, in: room, of: bench, person: [1])
            let client = Document(clientID: 7)
            room.receive(update: try client.type(String(repeating: "æ", count: 100_000)), from: writer)
            for _ in 0..<2_000 {
                room.receive(update: try client.type("k"), from: writer)
                bench.timing.advance(by: .milliseconds(50))
            }
            #expect(writer.denials.isEmpty && room.document.task.count == 102_000)
            try await bench.settle(room)
        }

        @Test @ServiceLoop func `a flood is put off and told, and nothing of it is lost once there is room again`()
            async throws
        {
            let bench = try await Bench.make {
                $0.person.updateBytes = 10_000
                $0.person.updateBytesPerSecond = 1_000
            }
            let room = try await bench.room()
            let (flooder, honest) = (
                join(51, in: room, of: bench, person: [1], acknowledged: false),
                join(52, in: room, of: bench, person: [2])
            )
            let client = Document(clientID: 7)
            for _ in 0..<500 { room.receive(update: try client.type("ord "), from: flooder) }
            #expect(flooder.denials == ["tooOften"] && flooder.closeCode == nil)
            #expect(room.document.task.count < 1_000 && !room.document.hasPending)
            room.receive(update: try Document(clientID: 8).type("Hej"), from: honest)
            #expect(honest.denials.isEmpty)
            bench.timing.advance(by: .seconds(5))
            flooder.forget()
            room.tidy()
            #expect(flooder.questions.count == 1, "asked what it has")
            room.receive(step2: client.encodeStateAsUpdate(since: room.document.stateVector), from: flooder)
            #expect(room.document.task.filter { $0 == "o" }.count == 500)
            bench.timing.advance(by: .seconds(5))
            room.receive(update: try client.type("!"), from: flooder)
            #expect(room.document.task.contains("!"), "and then as everybody")
        }

        // MARK: Answers

        @Test @ServiceLoop func `who asks and does not read is answered once, with what is lacking when it has read`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (writer, asker) = (bench.join(room), bench.join(room))
            let client = Document(clientID: 7)
            room.receive(update: try client.type("Hej"), from: writer)
            asker.queuedBytes = 100_000
            for clock in 0..<100 {
                room.receive(Message.syncStep1(StateVector([9: UInt64(clock)])).encoded(), from: asker.id)
            }
            #expect(asker.answers.isEmpty)
            room.receive(update: try client.type(" igen"), from: writer)
            bench.timing.turn()
            asker.forget()
            asker.queuedBytes = 0
            room.drained(asker.id)
            let copy = Document(clientID: 9)
            #expect(asker.answers.count == 1)
            for answer in asker.answers { _ = try copy.apply(answer) }
            #expect(copy.task == "Hej igen")
            room.drained(asker.id)
            #expect(asker.answers.count == 1)
        }

        @Test @ServiceLoop func `an answer waits while the process holds too much, and for the person's turn`()
            async throws
        {
            let bench = try await Bench.make { $0.person.answerBytes = 20_000 }
            let room = try await bench.room()
            let writer = join(50, in: room, of: bench, person: [9])
            room.receive(update: try Document(clientID: 7).type(String(repeating: "a", count: 15_000)), from: writer)
            let asker = join(51, in: room, of: bench, person: [1])
            asker.hasMemory = false
            room.receive(Message.syncStep1(StateVector()).encoded(), from: asker.id)
            #expect(asker.answers.isEmpty)
            asker.hasMemory = true
            bench.timing.advance(by: .milliseconds(250))
            #expect(asker.answers.count == 1)
            for clock in 1...20 {
                room.receive(Message.syncStep1(StateVector([9: UInt64(clock)])).encoded(), from: asker.id)
            }
            #expect(asker.answers.count == 2, "what was left of the burst")
            for _ in 0..<40 { bench.timing.advance(by: .milliseconds(250)) }
            #expect(asker.answers.count == 3, "and then the last that it asked for")
        }

        // MARK: Presence

        @Test @ServiceLoop func `people are who their seat says, whatever their page says of itself`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (forger, looker, watcher) = (FakePeer(51), FakePeer(52), FakePeer(53))
            let anna = PresentedPerson(role: .participant, name: "Anna", participantID: "p1", party: "u-skole")
            room.join(forger, access: DocumentAccess(canWrite: true, presented: anna))
            let observer = PresentedPerson(role: .observer, name: nil, participantID: nil, party: nil)
            room.join(looker, access: DocumentAccess(canWrite: false, presented: observer))
            room.join(watcher, access: DocumentAccess(canWrite: false))
            let claims = [
                #"{"user":{"name":"Direktør","participantId":"p9","color":"teal"},"cursor":{"field":"x"}}"#,
                #"{"\u0075ser":{"name":"Direktør"},"user":{"name":"Direktør"}}"#, #"{"user":"Direktør"}"#,
                #""Direktør""#, #"["Direktør"]"#, "5",
            ]
            for (clock, claim) in claims.enumerated() {
                watcher.forget()
                // Each under an id of its own: what says the same as before is a heartbeat, and not sent on at once.
                say(UInt64(clock + 10), 1, claim, in: room, by: forger)
                bench.timing.turn()
                let state = try #require(watcher.awareness.last?.state)
                #expect(!state.contains("Direktør") && !state.contains("p9"), "\(claim): \(state)")
                let value = try #require(Value(json: state))
                guard case .object(let members) = value, case .object(let user)? = members["user"] else {
                    Issue.record("\(state)")
                    continue
                }
                #expect(user["name"] == "Anna" && user["participantId"] == "p1" && user["unitId"] == "u-skole")
                if clock == 0 {
                    #expect(user["color"] == "teal" && members["cursor"] == .object(["field": "x"]))
                }
            }
            say(2, 1, "{}", in: room, by: looker)
            bench.timing.turn()
            #expect(watcher.awareness.last?.state.contains("Observatør") ?? false)
            say(10, 90, "null", in: room, by: forger)
            bench.timing.turn()
            #expect(watcher.awareness.last?.isNull ?? false, "who leaves is gone")
        }

        @Test @ServiceLoop func `all states of a room together stay within what a newcomer is sent`() async throws {
            let bench = try await Bench.make { $0.awareness.roomBytes = 4_000 }
            let room = try await bench.room()
            for id in UInt64(1)...20 {
                let peer = FakePeer(100 + id)
                room.join(peer, access: DocumentAccess(canWrite: true))
                say(id, 1, "{\"x\":\"\(String(repeating: "x", count: 400))\"}", in: room, by: peer)
            }
            let newcomer = FakePeer(99)
            room.join(newcomer, access: DocumentAccess(canWrite: true))
            #expect(newcomer.awareness.count == 9)
            room.leave(101)
            say(20, 2, "{\"x\":\"\(String(repeating: "x", count: 400))\"}", in: room, by: FakePeer(120))
            bench.timing.turn()
            #expect(newcomer.awareness.contains { $0.clientID == 20 && !$0.isNull }, "places come back")
        }

        @ServiceLoop private func say(
            _ client: UInt64, _ clock: UInt64, _ state: String, in room: DocumentRoom, by peer: FakePeer
        ) {
            let update = AwarenessUpdate(entries: [.init(clientID: client, clock: clock, state: state)])
            room.receive(Message.awareness(update.encoded()).encoded(), from: peer.id)
        }
    }
}

extension FakePeer {
    /// Answers to its sync step 1.
    fileprivate var answers: [[UInt8]] {
        messages.compactMap { if case .syncStep2(let bytes) = $0 { bytes } else { nil } }
    }
}
