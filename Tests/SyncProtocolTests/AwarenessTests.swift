import CRDT
import SyncProtocol
import Testing

@Suite struct AwarenessTests {
    private typealias Entry = AwarenessUpdate.Entry
    private static let start = ContinuousClock.now

    private static func update(_ client: UInt64, _ clock: UInt64, _ state: String) -> AwarenessUpdate {
        AwarenessUpdate(entries: [Entry(clientID: client, clock: clock, state: state)])
    }

    /// `const a = new Awareness(doc)` with client id 5; `a.setLocalState({ n: 1 })`; `encodeAwarenessUpdate(a, [5])`
    @Test("An awareness update has the bytes that y-protocols gives it")
    func bytes() throws {
        let bytes: [UInt8] = [1, 5, 1, 7] + Array("{\"n\":1}".utf8)
        let update = Self.update(5, 1, "{\"n\":1}")
        #expect(update.encoded() == bytes)
        #expect(try AwarenessUpdate(decoding: bytes) == update)
    }

    @Test("Updates that would make clients throw are refused")
    func malformed() {
        for state in ["", "{", "undefined"] {
            #expect(throws: MessageError.stateIsNotJSON(client: 5)) {
                try AwarenessUpdate(decoding: Self.update(5, 1, state).encoded())
            }
        }
        let long = "\"" + String(repeating: "x", count: 20_000) + "\""
        #expect(throws: MessageError.stateTooLong(client: 5)) {
            try AwarenessUpdate(decoding: Self.update(5, 1, long).encoded())
        }
        for bytes in [[], [1], [255, 255, 255, 255, 15], [0, 0], [1, 5, 1, 9, 110]] as [[UInt8]] {
            #expect(throws: MessageError.self) { try AwarenessUpdate(decoding: bytes) }
        }
    }

    @Test("The higher clock counts")
    func clocks() {
        var states = AwarenessStates()
        #expect(states.apply(Self.update(5, 3, "1"), from: 1, at: Self.start).broadcast != nil)
        #expect(states.apply(Self.update(5, 3, "2"), from: 1, at: Self.start).broadcast == nil)
        #expect(states.apply(Self.update(5, 2, "2"), from: 1, at: Self.start).broadcast == nil)
        #expect(states.encodedAll() == Self.update(5, 3, "1"))
        #expect(states.apply(Self.update(5, 4, "2"), from: 1, at: Self.start).broadcast == Self.update(5, 4, "2"))
    }

    @Test("A heartbeat goes to its sender at once and to the others all together")
    func heartbeats() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        _ = states.apply(Self.update(6, 1, "1"), from: 2, at: Self.start)
        #expect(states.takeHeartbeats() == nil)
        let outcome = states.apply(Self.update(5, 2, "1"), from: 1, at: Self.start)
        #expect(outcome.broadcast == nil)
        #expect(outcome.echoOnly == Self.update(5, 2, "1"))
        #expect(states.takeHeartbeats() == Self.update(5, 2, "1"))
        #expect(states.takeHeartbeats() == nil)
    }

    @Test("What came with clock 0 is told again with the next clock: clients of y-protocols have not heard it")
    func firstClock() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 0, "1"), from: 1, at: Self.start)
        #expect(states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start).broadcast == Self.update(5, 1, "1"))
        #expect(states.apply(Self.update(5, 2, "1"), from: 1, at: Self.start).broadcast == nil)
    }

    @Test("A connection speaks only for clients that it introduced")
    func ownership() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        let outcome = states.apply(Self.update(5, 9, "null"), from: 2, at: Self.start)
        #expect(outcome.refused == [5])
        #expect(outcome.broadcast == nil)
        #expect(states.clients(of: 1) == [5])
        states.transfer(from: 1, to: 2)
        #expect(states.apply(Self.update(5, 9, "2"), from: 2, at: Self.start).broadcast != nil)
    }

    @Test("A connection introduces only so many clients")
    func clientsPerOwner() {
        var states = AwarenessStates()
        for client in 0..<8 { _ = states.apply(Self.update(UInt64(client), 1, "1"), from: 1, at: Self.start) }
        #expect(states.apply(Self.update(99, 1, "1"), from: 1, at: Self.start).refused == [99])
        #expect(states.apply(Self.update(99, 1, "1"), from: 2, at: Self.start).broadcast != nil)
    }

    @Test("Who leaves is told as null with a higher clock")
    func leaving() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        _ = states.apply(Self.update(6, 7, "1"), from: 1, at: Self.start)
        let gone = states.removeAll(of: 1)
        #expect(gone?.entries.map(\.clientID) == [5, 6])
        #expect(gone?.entries.map(\.clock) == [2, 8])
        #expect(gone?.entries.allSatisfy(\.isNull) == true)
        #expect(states.encodedAll() == nil)
        #expect(states.removeAll(of: 1) == nil)
    }

    @Test("Who comes back with an old clock is told so, and is there with the next one")
    func returning() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        _ = states.removeAll(of: 1)
        let outcome = states.apply(Self.update(5, 1, "1"), from: 2, at: Self.start)
        #expect(outcome.broadcast == nil)
        #expect(outcome.echoOnly == Self.update(5, 2, "null"))
        #expect(states.apply(Self.update(5, 3, "1"), from: 2, at: Self.start).broadcast == Self.update(5, 3, "1"))
    }

    @Test("Who says they leave has left")
    func ownNull() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        #expect(states.apply(Self.update(5, 2, "null"), from: 1, at: Self.start).broadcast == Self.update(5, 2, "null"))
        #expect(states.encodedAll() == nil)
        #expect(states.apply(Self.update(77, 2, "null"), from: 1, at: Self.start).broadcast == nil)
    }

    @Test("Who says nothing for thirty seconds has left")
    func outdated() {
        var states = AwarenessStates()
        _ = states.apply(Self.update(5, 1, "1"), from: 1, at: Self.start)
        _ = states.apply(Self.update(6, 1, "1"), from: 1, at: Self.start + .seconds(10))
        #expect(states.removeOutdated(at: Self.start + .seconds(29)) == nil)
        #expect(states.removeOutdated(at: Self.start + .seconds(31)) == Self.update(5, 2, "null"))
        #expect(states.clients(of: 1) == [6])
    }
}
