import TestLoop
import CRDT
@testable import Facilitation
import Planning
import Storage
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// What people decide: stored first, then told, once.
    @Suite struct SessionTests {
        @Test @ServiceLoop func `of two facilitators who go on from the same phase at once, one does`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let (anna, bo) = (bench.join(session), bench.join(session))
            session.receive(command: #"{"kind":"enterPhase","index":1,"expected":0}"#, id: "a", from: anna)
            session.receive(command: #"{"kind":"enterPhase","index":1,"expected":0}"#, id: "b", from: bo)
            try await bench.until("both answered") {
                anna.texts("accepted").count + bo.texts("accepted").count == 1
                    && anna.texts("refused").count + bo.texts("refused").count == 1
            }
            #expect(session.state.phaseIndex == 1)
            let refusal = try #require((anna.texts("refused") + bo.texts("refused")).first)
            #expect(refusal["code"]?.string == "phaseHasMoved")
            #expect(refusal["reason"]?.string?.isEmpty == false && refusal["reasonEn"]?.string?.isEmpty == false)
            for peer in [anna, bo] { #expect(peer.eventKinds == ["modelCreated", "phaseEntered"]) }
        }

        @Test @ServiceLoop func `an event is stored before anybody hears of it`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let (sender, other) = (bench.join(session), bench.join(session, as: Bench.teacher))
            bench.storage.hold()
            session.receive(command: #"{"kind":"enterPhase","index":1,"expected":0}"#, from: sender)
            try await bench.pause()
            let newcomer = bench.join(session)
            for peer in [sender, other, newcomer] { #expect(peer.eventKinds == ["modelCreated"]) }
            #expect(sender.texts("accepted").isEmpty)
            #expect(newcomer.texts("welcome").first?["seq"] == 1)
            bench.storage.release()
            try await bench.until("accepted") { sender.texts("accepted").first?["seq"] == 2 }
            for peer in [sender, other, newcomer] { #expect(peer.eventKinds.last == "phaseEntered") }
            #expect(try await bench.storage.read { try $0.events(ofSession: "s1", after: 1).count } == 1)
            let kinds = sender.texts.compactMap { $0["type"]?.string }
            #expect(kinds.firstIndex(of: "accepted").map { $0 > 0 && kinds[$0 - 1] == "event" } == true)
        }

        @Test @ServiceLoop func `a command that could not be stored changes nothing`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let sender = bench.join(session)
            bench.storage.fail()
            session.receive(command: #"{"kind":"lockModel","modelId":"m1"}"#, from: sender)
            try await bench.until("refused") { sender.texts("refused").first?["code"]?.string == "storageFailing" }
            #expect(session.state.model("m1")?.isLocked == false)
            #expect(sender.eventKinds == ["modelCreated"])
        }

        @Test @ServiceLoop func `an event whose commit was lost and turned up all the same is told before the next`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let sender = bench.join(session)
            bench.storage.fail(.failsAfterWriting)
            session.receive(command: #"{"kind":"lockModel","modelId":"m1"}"#, from: sender)
            try await bench.until("refused") { !sender.texts("refused").isEmpty }
            bench.storage.repair()
            try await bench.storage.reopen()
            session.receive(command: #"{"kind":"enterPhase","index":1,"expected":0}"#, from: sender)
            try await bench.until("accepted") { !sender.texts("accepted").isEmpty }
            #expect(sender.eventKinds == ["modelCreated", "modelLocked", "phaseEntered"])
            #expect(session.state.sequence == 3)
            #expect(session.state.model("m1")?.isLocked == true)
        }

        @Test @ServiceLoop func `who comes back gets the events after the last it saw, in order, then what happens`()
            async throws
        {
            let bench = try await Bench.make()
            let session = try await bench.session()
            for index in 1...4 {
                try await session.perform(
                    EnterPhase(index: index % 3, expected: (index - 1) % 3), by: Bench.facilitator)
            }
            for after: Int64 in [0, 2, 5, 9, -1] {
                let peer = bench.join(session, after: after)
                #expect(peer.texts.first?["type"]?.string == "welcome")
                let expected = max(after, 0) + 1
                #expect(
                    peer.texts("event").compactMap { $0["seq"]?.int } == Array(Int(expected)..<max(6, Int(expected))))
                session.leave(peer.id)
            }
        }

        @Test @ServiceLoop func `presence counts a person once, however many pages are open`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let facilitator = bench.join(session)
            let (phone, laptop) = (bench.join(session, as: Bench.teacher), bench.join(session, as: Bench.teacher))
            @ServiceLoop func told(_ member: String) -> [JSONValue?] {
                bench.timing.advance(by: bench.limits.presenceDelay)
                return facilitator.texts("presenceChange").map { $0[member] }
            }
            #expect(facilitator.texts("presence").map { $0["present"] } == [[]])
            #expect(told("came") == [["p1"]] && session.present == ["p1"])
            session.leave(phone.id)
            #expect(told("left") == [[]] && session.present == ["p1"])
            session.leave(laptop.id)
            #expect(told("left") == [[], ["p1"]])
            session.leave(laptop.id)
            #expect(session.present.isEmpty)
        }

        @Test @ServiceLoop func `who joins is stored with the event, and told by name`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let peer = bench.join(session)
            let person = ParticipantRecord(
                id: "p1", sessionID: "s1", displayName: "Ærke", unitID: "u-skole", function: "Lærer", joinedAt: 5)
            let tooMuch = StorageError.conflict("the grant")
            await #expect(throws: tooMuch) {
                try await session.admit(person, role: .participant) { _ in throw tooMuch }
            }
            #expect(session.participants.isEmpty && session.state.participants.isEmpty)
            #expect(try await bench.storage.read { try $0.participants(ofSession: "s1").isEmpty })
            try await session.admit(person, role: .participant) { _ in }
            #expect(peer.eventKinds.last == "participantJoined")
            #expect(peer.texts("participant").first?["participant"]?["displayName"]?.string == "Ærke")
            #expect(peer.texts("event").allSatisfy { !$0.text().contains("Ærke") }, "no names in events")
            await #expect(throws: Refusal.self) { try await session.admit(person, role: .participant) { _ in } }
            #expect(session.participants.count == 1)
        }

        @Test @ServiceLoop func `what is no message closes; what is no command of pages is refused`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            for text in ["", "nej", "[]", #"{"type":"x"}"#, #"{"type":"command"}"#] {
                let peer = bench.join(session)
                session.receive(text, from: peer.id)
                #expect(peer.closeCode == CloseCode.invalidPayload, "\(text)")
                session.leave(peer.id)
            }
            let peer = bench.join(session)
            for command in [
                #"{"kind":"nej"}"#, #"{"kind":"join","participantId":"p9"}"#, #"{"kind":"enterPhase"}"#, "7",
            ] {
                peer.forget()
                session.receive(command: command, from: peer)
                #expect(peer.texts("refused").first?["code"]?.string == "unknownCommand", "\(command)")
            }
            session.receive(#"{"type":"ping"}"#, from: peer.id)
            #expect(peer.texts("pong").first?["now"] != nil)
            #expect(peer.closeCode == nil)
        }

        @Test @ServiceLoop func `a page may have sixteen commands under way`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let peer = bench.join(session)
            bench.storage.hold()
            for number in 0..<40 {
                session.receive(command: #"{"kind":"startTimer","durationMs":60000}"#, id: "\(number)", from: peer)
            }
            #expect(peer.texts("refused").count { $0["code"]?.string == "tooMany" } == 24)
            bench.storage.release()
            try await bench.until("answered") { peer.texts("refused").count + peer.texts("accepted").count == 40 }
            #expect(peer.texts("accepted").count == 1)
        }

        @Test @ServiceLoop func `a session that was let go of is folded to the same state`() async throws {
            let bench = try await Bench.make()
            let session = try await bench.session()
            let peer = bench.join(session)
            try await session.perform(EnterPhase(index: 2, expected: 0), by: Bench.facilitator)
            try await session.perform(LockModel(modelId: "m1"), by: Bench.facilitator)
            let before = session.state
            try await bench.until("no summary due") {
                bench.timing.advance(by: .seconds(1)); return session.isIdle
            }
            session.leave(peer.id)
            bench.timing.advance(by: .seconds(31))
            bench.rooms.tidy()
            #expect(bench.rooms.sessions.isEmpty)
            #expect(try await bench.session().state == before)
        }
    }
}
