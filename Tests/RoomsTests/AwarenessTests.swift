import TestLoop
import SyncProtocol
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Who is here, as their clients say.
    @Suite struct AwarenessTests {
        @ServiceLoop private func say(
            _ client: UInt64, _ clock: UInt64, _ state: String, in room: DocumentRoom, by peer: FakePeer
        ) {
            let update = AwarenessUpdate(entries: [.init(clientID: client, clock: clock, state: state)])
            room.receive(Message.awareness(update.encoded()).encoded(), from: peer.id)
        }

        @Test @ServiceLoop func `nobody speaks for somebody else`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo) = (bench.join(room), bench.join(room))
            say(1, 1, #"{"name":"Anna"}"#, in: room, by: anna)
            bench.timing.turn()
            #expect(bo.awareness.map(\.state) == [#"{"name":"Anna"}"#])
            bo.forget()
            anna.forget()
            say(1, 2, #"{"name":"Bo"}"#, in: room, by: bo)
            say(1, 2, "null", in: room, by: bo)
            bench.timing.turn()
            #expect(anna.awareness.isEmpty && bo.awareness.isEmpty)
            #expect(bo.closeCode == nil, "y-websocket's client repeats what it is told")
        }

        @Test @ServiceLoop func `who comes back before the old connection is gone goes on as the same client`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (old, new, stranger) = (FakePeer(41), FakePeer(42), FakePeer(43))
            room.join(old, access: DocumentAccess(canWrite: true, person: [7]))
            room.join(new, access: DocumentAccess(canWrite: true, person: [7]))
            room.join(stranger, access: DocumentAccess(canWrite: true, person: [8]))
            say(1, 1, #"{"name":"Anna"}"#, in: room, by: old)
            bench.timing.turn()
            for peer in [new, stranger] { peer.forget() }
            say(1, 2, #"{"name":"Anna 2"}"#, in: room, by: new)
            bench.timing.turn()
            #expect(stranger.awareness.map(\.state) == [#"{"name":"Anna 2"}"#])
            stranger.forget()
            room.leave(old.id)
            bench.timing.turn()
            #expect(stranger.awareness.isEmpty, "the person is still here")
            say(1, 3, #"{"name":"Bo"}"#, in: room, by: stranger)
            bench.timing.turn()
            #expect(!new.awareness.contains { $0.state.contains("Bo") }, "a stranger cannot")
        }

        @Test @ServiceLoop func `who leaves is gone for everybody, and a newcomer is shown who is here`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo) = (bench.join(room), bench.join(room))
            say(1, 1, #"{"name":"Anna"}"#, in: room, by: anna)
            let third = FakePeer(30)
            room.join(third, access: DocumentAccess(canWrite: true))
            #expect(third.awareness.map(\.clientID) == [1])
            bench.timing.turn()
            bo.forget()
            room.leave(anna.id)
            bench.timing.turn()
            #expect(bo.awareness == [.init(clientID: 1, clock: 2, state: "null")])
        }

        @Test @ServiceLoop func `ten messages a second are passed on, and repeating others costs nothing`() async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo) = (bench.join(room), bench.join(room))
            say(1, 1, #"{"x":0}"#, in: room, by: anna)
            for clock in 0..<100 { say(1, 2 + UInt64(clock), #"{"x":1}"#, in: room, by: bo) }
            bench.timing.turn()
            bo.forget()
            anna.forget()
            for clock in 1...30 {
                say(2, UInt64(clock), #"{"x":\#(clock)}"#, in: room, by: bo)
                bench.timing.turn()
            }
            #expect(anna.awareness.count == 10)
            bench.timing.advance(by: .milliseconds(500))
            for clock in 31...60 {
                say(2, UInt64(clock), #"{"x":\#(clock)}"#, in: room, by: bo)
                bench.timing.turn()
            }
            #expect(anna.awareness.count == 15)
        }

        @Test @ServiceLoop func `a heartbeat comes back to its sender at once, and to the others in one message`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let peers = (1...3).map { _ in bench.join(room) }
            for (client, peer) in peers.enumerated() { say(UInt64(client), 1, "{}", in: room, by: peer) }
            bench.timing.turn()
            for peer in peers { peer.forget() }
            for (client, peer) in peers.enumerated() { say(UInt64(client), 2, "{}", in: room, by: peer) }
            for (client, peer) in peers.enumerated() { #expect(peer.awareness.map(\.clientID) == [UInt64(client)]) }
            bench.rooms.tidy()
            bench.timing.turn()
            for peer in peers {
                #expect(peer.messages.count == 2)
                #expect(Set(peer.awareness.map(\.clientID)) == [0, 1, 2])
            }
            bench.rooms.tidy()
            bench.timing.turn()
            #expect(peers[0].messages.count == 2, "told once")
        }

        @Test @ServiceLoop func `who is silent for thirty seconds is gone`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo) = (bench.join(room), bench.join(room))
            say(1, 1, "{}", in: room, by: anna)
            bench.timing.turn()
            bo.forget()
            bench.timing.advance(by: .seconds(31))
            bench.rooms.tidy()
            bench.timing.turn()
            #expect(bo.awareness.map(\.state) == ["null"])
        }

        @Test @ServiceLoop func `of what people say in one turn everybody gets the latest, in one message`()
            async throws
        {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo, third) = (bench.join(room), bench.join(room), bench.join(room))
            for clock in 1...3 { say(1, UInt64(clock), #"{"x":\#(clock)}"#, in: room, by: anna) }
            say(2, 1, #"{"y":1}"#, in: room, by: bo)
            bench.timing.turn()
            #expect(third.messages.count == 1)
            #expect(third.awareness.map(\.state) == [#"{"x":3}"#, #"{"y":1}"#])
            say(1, 4, #"{"x":4}"#, in: room, by: anna)
            room.leave(anna.id)
            bench.timing.turn()
            #expect(third.awareness.dropFirst(2) == [.init(clientID: 1, clock: 5, state: "null")])
        }

        @Test @ServiceLoop func `awareness too large is dropped`() async throws {
            let bench = try await Bench.make()
            let room = try await bench.room()
            let (anna, bo) = (bench.join(room), bench.join(room))
            say(1, 1, "\"" + String(repeating: "x", count: 2_000) + "\"", in: room, by: anna)
            bench.timing.turn()
            #expect(bo.awareness.isEmpty && anna.closeCode == nil)
        }
    }
}
