import CRDT
import Testing

/// Updates without documents.
@Suite struct UpdateTests {
    private static func typed(_ text: String, by client: UInt64) -> [[UInt8]] {
        let document = Document(clientID: client)
        return text.enumerated().compactMap { index, letter in
            document.transact { document.text("t").insert(String(letter), at: index) }.update
        }
    }

    @Test("Merged keystrokes are one run, in whatever order they come")
    func mergeRuns() throws {
        let updates = Self.typed("samspil", by: 1)
        let expected: [UInt8] = [1, 1, 1, 0, 4, 1, 1, 116, 7] + Array("samspil".utf8) + [0]
        #expect(try mergeUpdates(updates) == expected)
        #expect(try mergeUpdates(updates.reversed()) == expected)
        #expect(try mergeUpdates(updates + updates) == expected)
        #expect(
            try mergeUpdates([try mergeUpdates(Array(updates[..<3])), try mergeUpdates(Array(updates[2...]))])
                == expected)
    }

    @Test("A gap becomes a Skip")
    func mergeGap() throws {
        let updates = Self.typed("abc", by: 1)
        #expect(try mergeUpdates([updates[2], updates[0]]) == Fixture.skip)
        #expect(try mergeUpdates([Fixture.skip, Fixture.skipped]) == Fixture.string)
    }

    @Test("Merging nothing gives an update with nothing")
    func mergeNothing() throws {
        #expect(try mergeUpdates([]) == [0, 0])
        #expect(try mergeUpdates([[0, 0], [0, 0]]) == [0, 0])
    }

    @Test("Clients are written in descending order, deletes coalesced")
    func mergeClients() throws {
        let merged = try mergeUpdates([
            Self.typed("a", by: 1)[0], Self.typed("b", by: 300)[0], [0, 1, 1, 2, 0, 1, 4, 2], [0, 1, 1, 1, 1, 3],
        ])
        #expect(
            merged == [
                2, 1, 172, 2, 0, 4, 1, 1, 116, 1, 98, 1, 1, 0, 4, 1, 1, 116, 1, 97, 1, 1, 1, 0, 6,
            ])
    }

    @Test("One malformed update spoils the merge")
    func mergeMalformed() {
        #expect(throws: UpdateError.self) { try mergeUpdates([Fixture.string, [1]]) }
    }

    @Test("A difference is cut in the middle of runs of every kind")
    func diff() throws {
        #expect(
            try diffUpdate(Fixture.string, since: StateVector([1: 1])) == [1, 1, 1, 1, 132, 1, 0, 2, 98, 99, 0])
        #expect(try diffUpdate(Fixture.string, since: StateVector([1: 3])) == [0, 0])
        let rest = try diffUpdate(Fixture.any, since: StateVector([1: 3]))
        #expect(rest == [1, 1, 1, 3, 136, 1, 2, 2, 126, 118, 1, 1, 107, 117, 2, 124, 63, 192, 0, 0, 125, 66, 0])
        let smile: [UInt8] = [1, 1, 1, 0, 4, 1, 1, 116, 4, 240, 159, 153, 130, 0]
        #expect(
            try diffUpdate(smile, since: StateVector([1: 1])) == [1, 1, 1, 1, 132, 1, 0, 3, 239, 191, 189, 0])
    }

    @Test("The state vector of an update ends at the first gap")
    func stateVectorOfUpdate() throws {
        #expect(try encodeStateVector(fromUpdate: Fixture.string) == StateVector([1: 3]))
        #expect(try encodeStateVector(fromUpdate: Fixture.skip) == StateVector([1: 1]))
        #expect(try encodeStateVector(fromUpdate: Fixture.skipped) == StateVector())
    }

    @Test("State vectors read back as themselves, and tell what covers what")
    func stateVectors() throws {
        let vector = StateVector([1: 5, 1 << 40: 7, 3: 0])
        #expect(vector.clocks == [1: 5, 1 << 40: 7])
        #expect(try StateVector(decoding: vector.encoded()) == vector)
        #expect(vector.covers(StateVector([1: 5])))
        #expect(!vector.covers(StateVector([1: 6])))
        #expect(!vector.covers(StateVector([2: 1])))
        #expect(vector.covers(StateVector()))
    }

    @Test("Ranges of a delete set are kept sorted and coalesced")
    func deleteSets() {
        var set = DeleteSet()
        for range in [4..<6, 0..<1, 9..<10, 1..<2, 5..<9, 20..<20] as [Range<UInt64>] { set.insert(range, of: 1) }
        #expect(set.ranges == [1: [0..<2, 4..<10]])
        #expect(set.contains(client: 1, clock: 5))
        #expect(!set.contains(client: 1, clock: 2))
        #expect(!set.contains(client: 2, clock: 5))
    }
}
