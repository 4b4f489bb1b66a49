import TestLoop
import TestSeeds
import CRDT
import SyncProtocol
import Testing
import Transport

@testable import Rooms

extension RoomsTests {
    /// Random people, turns and crashes.
    @Suite struct StressTests {
        /// A client as y-websocket's: keeps its document over connections, and repeats what is not acknowledged.
        fileprivate struct Person {
            let document: Document
            var peer: FakePeer?
            /// What the client had written when it sent each of its messages on this connection.
            var sent: [StateVector] = []
            /// What it was told to be durable.
            var durable = StateVector()
            var read = 0
        }

        @Test @ServiceLoop
        func `whatever people do and whenever the process dies, what was acknowledged is there and all end alike`()
            async throws
        {
            let seed = UInt64.random(in: 0...UInt64.max)
            print("rooms stress seed \(seed)")
            var random = SeededGenerator(seed: seed)
            let bench = try await Bench.make { $0.updatesBeforeSnapshot = 20 }
            var people = (1...6).map { Person(document: Document(clientID: $0)) }
            for step in 0..<1_200 {
                let room = try await bench.room()
                let index = Int.random(in: people.indices, using: &random)
                switch Int.random(in: 0..<100, using: &random) {
                case ..<60: try edit(&people[index], room, &random)
                case ..<70: people[index].leave(room)
                case ..<85: if people[index].peer == nil { try people[index].come(bench, room) }
                case ..<97: bench.timing.turn()
                case ..<99: try await Task.sleep(for: .milliseconds(1))
                default:
                    // What is under way at the database may still be committed, as after a kill.
                    for other in people.indices { people[other].leave(room) }
                    try await bench.pause()
                    try bench.restart()
                    try await check(people, bench, "seed \(seed), step \(step)")
                }
                for other in people.indices { try people[other].listen() }
            }
            let room = try await bench.room()
            for index in people.indices where people[index].peer == nil { try people[index].come(bench, room) }
            for _ in 0..<3 {
                try await bench.settle(room)
                for index in people.indices { try people[index].listen() }
            }
            let stored = try await bench.stored()
            for person in people {
                #expect(person.document.task == room.document.task, "seed \(seed)")
                #expect(person.document.stateVector == room.document.stateVector, "seed \(seed)")
                #expect(person.durable.covers(StateVector(person.own)), "seed \(seed)")
            }
            #expect(stored.task == room.document.task, "seed \(seed)")
            #expect(room.document.brokenInvariant() == nil)
        }

        @ServiceLoop private func edit(_ person: inout Person, _ room: DocumentRoom, _ random: inout SeededGenerator)
            throws
        {
            let text = person.document.text("task")
            let deletes = text.length > 3 && Int.random(in: 0..<4, using: &random) == 0
            let at = Int.random(in: 0...(text.length - (deletes ? 2 : 0)), using: &random)
            let word = "ord\(Int.random(in: 0..<100, using: &random))"
            let change = person.document.transact {
                if deletes { text.delete(at: at, length: 2) } else { text.insert(word, at: at) }
            }
            guard let update = change.update, let peer = person.peer else { return }
            person.sent.append(StateVector(person.own))
            room.receive(update: update, from: peer)
        }

        @ServiceLoop private func check(_ people: [Person], _ bench: Bench, _ place: String) async throws {
            let stored = try await bench.stored()
            for person in people {
                #expect(stored.stateVector.covers(person.durable), "acknowledged and lost: \(place)")
            }
        }
    }
}

extension RoomsTests.StressTests.Person {
    /// How much of the document this client wrote itself.
    fileprivate var own: [UInt64: UInt64] {
        document.stateVector.clocks.filter { $0.key == document.clientID }
    }

    @ServiceLoop
    fileprivate mutating func come(_ bench: Bench, _ room: DocumentRoom) throws {
        let peer = bench.join(room)
        self.peer = peer
        read = 0
        sent = [StateVector(own)]
        room.receive(Message.syncStep1(document.stateVector).encoded(), from: peer.id)
        room.receive(step2: document.encodeStateAsUpdate(since: room.document.stateVector), from: peer)
    }

    @ServiceLoop
    fileprivate mutating func leave(_ room: DocumentRoom) {
        guard let peer else { return }
        room.leave(peer.id)
        self.peer = nil
    }

    /// Takes in what the server said.
    @ServiceLoop
    fileprivate mutating func listen() throws {
        guard let peer else { return }
        for message in peer.messages[read...] {
            switch message {
            case .update(let update), .syncStep2(let update): _ = try document.apply(update)
            case .acknowledged(let count):
                let covered = try #require(sent.indices.contains(Int(count) - 1) ? sent[Int(count) - 1] : nil)
                durable = StateVector(durable.clocks.merging(covered.clocks) { max($0, $1) })
            default: break
            }
        }
        read = peer.messages.count
    }
}
