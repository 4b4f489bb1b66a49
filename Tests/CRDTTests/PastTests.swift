import CRDT
import Testing

/// Encoding V2, snapshots and relative positions, against Yjs.
@Suite struct PastTests {
    private static let rounds = 30

    /// Random work of one Yjs document; each step's updates, in encoding V1.
    private static func work(
        _ oracle: YjsOracle, _ random: inout RepeatableRandom, collectsGarbage: Bool, steps: Int
    ) throws -> [[UInt8]] {
        let client = UInt64(1 + random.below(1000))
        try oracle.open([(client, collectsGarbage), (client + 1, collectsGarbage)])
        return try (0..<steps).flatMap { _ in try oracle.work(0, seed: UInt32(random.next() >> 32)) }
    }

    private static func load(_ update: [UInt8], collectsGarbage: Bool = true) throws -> Document {
        let document = Document(clientID: 999_999, collectsGarbage: collectsGarbage)
        _ = try document.apply(update)
        return document
    }

    // MARK: Encoding V2

    @Test("What Yjs wrote in encoding V2 is read as what it wrote in V1")
    func readsV2() throws {
        let oracle = try YjsOracle()
        var random = RepeatableRandom(seed: Seed.announced("V2 reading"))
        for _ in 0..<Self.rounds {
            let updates = try Self.work(oracle, &random, collectsGarbage: random.chance(50), steps: 40)
            let document = Document(clientID: 999_999)
            for update in updates { _ = try document.applyV2(try oracle.convertToV2(update)) }
            #expect(DocumentState.of(document) == (try oracle.state(of: 0)))
            let state = try oracle.encodeStateAsUpdateV2(of: 0)
            #expect(DocumentState.of(try Self.load(try convertUpdateV2ToV1(state))) == (try oracle.state(of: 0)))
            let merged = try oracle.mergeUpdatesV2(try updates.map { try oracle.convertToV2($0) })
            #expect(DocumentState.of(try Self.load(try convertUpdateV2ToV1(merged))) == (try oracle.state(of: 0)))
        }
    }

    @Test("What is written in encoding V2 is what Yjs reads, and back again the same")
    func writesV2() throws {
        let oracle = try YjsOracle()
        var random = RepeatableRandom(seed: Seed.announced("V2 writing"))
        for _ in 0..<Self.rounds {
            let updates = try Self.work(oracle, &random, collectsGarbage: random.chance(50), steps: 40)
            let expected = try oracle.stateLoading(try oracle.mergeUpdates(updates))
            let merged = try mergeUpdatesV2(try updates.map { try convertUpdateV1ToV2($0) })
            #expect(try oracle.stateLoadingV2(merged) == expected)
            let document = try Self.load(try oracle.mergeUpdates(updates))
            #expect(try oracle.stateLoadingV2(try document.encodeStateAsUpdateV2()) == expected)
            let again = try convertUpdateV2ToV1(try document.encodeStateAsUpdateV2())
            #expect(DocumentState.of(try Self.load(again)) == expected)
            let half = StateVector(document.stateVector.clocks.mapValues { $0 / 2 })
            let rest = try diffUpdateV2(merged, since: half)
            let behind = Document(clientID: 999_999)
            _ = try behind.applyV2(rest)
            _ = try behind.applyV2(merged)
            #expect(DocumentState.of(behind) == expected)
        }
    }

    @Test("Every kind of content takes the bytes in encoding V2 that Yjs gives it", arguments: Fixture.all.indices)
    func bytesOfV2(_ index: Int) throws {
        let oracle = try YjsOracle()
        // Yjs, when it converts, leaves out that a struct with an origin has a key: the key is the origin's.
        let update = Fixture.all[index].map { Fixture.all[index] == Fixture.mapOverwritten && $0 == 0xa8 ? 0x88 : $0 }
        let converted = try convertUpdateV1ToV2(update)
        #expect(Hex.text(converted) == Hex.text(try oracle.convertToV2(update)))
        #expect(Hex.text(try convertUpdateV2ToV1(converted)) == Hex.text(try oracle.convertToV1(converted)))
    }

    @Test("A run of structs in encoding V2 that would take gigabytes is refused")
    func bombV2() throws {
        // One client with 2⁴⁰ structs, each a GC of length 1: the columns hold one run each.
        let bomb: [UInt8] = [
            0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0, 7, 0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20,
            1, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0, 0,
        ]
        let error = #expect(throws: UpdateError.self) { try convertUpdateV2ToV1(bomb) }
        #expect(error == .malformed(.expandsTooMuch(limit: Limits.standard.expandedBytes)))
    }

    @Test("No mutated update of encoding V2 traps, and a refused one leaves the document as it was")
    func mutationsV2() throws {
        var random = RepeatableRandom(seed: Seed.announced("V2 mutations"))
        let corpus = try Fixture.all.map { try convertUpdateV1ToV2($0) }
        let document = try Fixture.document(Fixture.string)
        var before = document.encodeStateAsUpdate()
        for _ in 0..<5_000 {
            var update = random.pick(corpus)
            for _ in 0...random.below(3) where !update.isEmpty {
                update[random.below(update.count)] = UInt8(random.below(random.chance(50) ? 12 : 256))
            }
            if (try? document.applyV2(update)) == nil {
                guard document.encodeStateAsUpdate() == before else {
                    Issue.record("a refused update left a trace: \(update)")
                    return
                }
            }
            #expect(document.brokenInvariant() == nil)
            before = document.encodeStateAsUpdate()
        }
    }

    // MARK: Snapshots

    @Test("Each snapshot of a document that keeps what is deleted reads as Yjs reads it")
    func snapshots() throws {
        let oracle = try YjsOracle()
        var random = RepeatableRandom(seed: Seed.announced("snapshots"))
        for _ in 0..<Self.rounds {
            let updates = try Self.work(oracle, &random, collectsGarbage: false, steps: 0)
            #expect(updates.isEmpty)
            let document = Document(clientID: 999_999, collectsGarbage: false)
            var taken: [[UInt8]] = []
            for _ in 0..<40 {
                for update in try oracle.work(0, seed: UInt32(random.next() >> 32)) { _ = try document.apply(update) }
                let snapshot = try oracle.snapshot(of: 0)
                #expect(try Snapshot(decoding: snapshot) == document.snapshot)
                #expect(try Snapshot(decoding: document.snapshot.encoded()) == document.snapshot)
                taken.append(snapshot)
            }
            for snapshot in taken {
                let past = try document.restored(at: try Snapshot(decoding: snapshot))
                #expect(try past.snapshot == Snapshot(decoding: snapshot))
                // Yjs's deletes no longer are the snapshot's: as it restores, it clears formats that change nothing
                // (`cleanupYTextAfterTransaction`; SAMSPIL_SEED=2196403335).
                var (ours, theirs) = (DocumentState.of(past), try oracle.stateRestored(of: 0, at: snapshot))
                ours["deletes"] = nil
                theirs["deletes"] = nil
                #expect(ours == theirs)
                #expect(document.brokenInvariant() == nil)
            }
        }
    }

    @Test("A document that forgets, or does not know yet, shows no past")
    func noPast() throws {
        let forgetting = try Fixture.document(Fixture.deleted)
        #expect(throws: SnapshotError.contentIsForgotten) { try forgetting.encodeState(at: forgetting.snapshot) }
        let keeping = try Fixture.document(Fixture.string, collectsGarbage: false)
        let ahead = Snapshot(deletes: DeleteSet(), stateVector: StateVector([1: 4]))
        #expect(throws: SnapshotError.isAhead) { try keeping.encodeState(at: ahead) }
    }

    // MARK: Relative positions

    @Test("Relative positions are those of Yjs, and stay where Yjs keeps them")
    func relativePositions() throws {
        let oracle = try YjsOracle()
        var random = RepeatableRandom(seed: Seed.announced("relative positions"))
        for _ in 0..<Self.rounds {
            let updates = try Self.work(oracle, &random, collectsGarbage: random.chance(50), steps: 20)
            let document = try Self.load(try oracle.mergeUpdates(updates))
            // The second replica undid nothing, so that it does not know what the first one's undoing brought back.
            for update in updates { _ = try oracle.apply(update, to: 1) }
            var positions: [[UInt8]] = []
            for root in ["t", "a"] {
                let length = try oracle.length(of: root, in: 1)
                for _ in 0..<10 {
                    let index = random.below(length + 1)
                    let association = random.below(3) - 1
                    let ours =
                        root == "t"
                        ? document.text(root).relativePosition(at: index, association: association)
                        : document.array(root).relativePosition(at: index, association: association)
                    let theirs = try oracle.relativePosition(in: root, of: 1, at: index, association: association)
                    #expect(ours.encoded() == theirs)
                    #expect(try RelativePosition(decoding: theirs) == ours)
                    positions.append(theirs)
                }
            }
            try expectSame(positions, document, oracle)
            for _ in 0..<20 {
                for update in try oracle.work(0, seed: UInt32(random.next() >> 32)) {
                    _ = try document.apply(update)
                    _ = try oracle.apply(update, to: 1)
                }
            }
            try expectSame(positions, document, oracle)
        }
    }

    private func expectSame(_ positions: [[UInt8]], _ document: Document, _ oracle: YjsOracle) throws {
        for position in positions {
            let expected = try oracle.absolutePosition(of: position, in: 1)
            let found = document.absolutePosition(of: try RelativePosition(decoding: position))
            #expect((found.map { .number(Double($0.index)) } ?? .null) == expected["index"])
            guard let found else { continue }
            #expect(.number(Double(found.association)) == expected["association"])
            if case .root(let name) = found.target { #expect(.string(name) == expected["root"]) }
        }
    }

    @Test("A position that is not one is refused")
    func badPositions() {
        for bytes in [[], [3, 0], [0, 1], [1, 5, 97], [0, 1, 2, 0, 0]] as [[UInt8]] {
            #expect(throws: DecodingError.self) { try RelativePosition(decoding: bytes) }
        }
    }
}
