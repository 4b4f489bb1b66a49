import CRDT
import Testing

/// Valid updates with something changed: nothing may trap, and what is refused leaves no trace.
@Suite struct MutationTests {
    private static let mutants = 100_000

    @Test("No mutated update traps, and a refused one leaves the document as it was")
    func mutations() throws {
        let seed = Seed.choose()
        print("mutation test: SAMSPIL_SEED=\(seed)")
        var random = RepeatableRandom(seed: seed)
        let corpus = try Self.corpus(&random)
        var document = try Self.freshDocument(&random, corpus)
        var before = document.encodeStateAsUpdate()
        var refused = 0
        for mutant in 0..<Self.mutants {
            let update = Self.mutate(random.pick(corpus), corpus, &random)
            do throws(UpdateError) {
                _ = try document.apply(update)
                if let broken = document.brokenInvariant(ofHonestPeers: false) {
                    Issue.record(
                        "SAMSPIL_SEED=\(seed), mutant \(mutant) broke an invariant: \(broken)\n\(before)\n\(update)")
                    return
                }
                if document.stateVector.clocks.count > 8 || before.count > 400 || random.chance(5) {
                    document = try Self.freshDocument(&random, corpus)
                }
                before = document.encodeStateAsUpdate()
            } catch {
                refused += 1
                guard document.encodeStateAsUpdate() == before else {
                    Issue.record("SAMSPIL_SEED=\(seed), mutant \(mutant) was refused and left a trace\n\(update)")
                    return
                }
            }
        }
        print("mutation test: \(refused) of \(Self.mutants) refused")
    }

    /// What Yjs wrote, and random work of ours.
    private static func corpus(_ random: inout RepeatableRandom) throws -> [[UInt8]] {
        var corpus = Fixture.all
        for _ in 0..<10 {
            let document = Document(clientID: UInt64(1 + random.below(3)))
            for _ in 0..<6 {
                if let update = EngineWork.edit(document, &random) { corpus.append(update) }
            }
            corpus.append(document.encodeStateAsUpdate())
        }
        return corpus.filter { $0.count < 200 }
    }

    private static func freshDocument(
        _ random: inout RepeatableRandom, _ corpus: [[UInt8]]
    ) throws(UpdateError) -> Document {
        let document = Document(clientID: 77, collectsGarbage: random.chance(50))
        _ = try document.apply(random.pick(corpus))
        return document
    }

    private static func mutate(
        _ original: [UInt8], _ corpus: [[UInt8]], _ random: inout RepeatableRandom
    ) -> [UInt8] {
        var bytes = original
        for _ in 0...random.below(3) where !bytes.isEmpty {
            let at = random.below(bytes.count)
            switch random.below(8) {
            case 0: bytes[at] ^= 1 << UInt8(random.below(8))
            case 1: bytes[at] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes[at] = UInt8(random.below(12))
            case 3: bytes.remove(at: at)
            case 4: bytes.insert(UInt8(random.below(256)), at: at)
            case 5: bytes.removeSubrange(at...)
            case 6: bytes.replaceSubrange(at..., with: random.pick(corpus).dropFirst(random.below(20)))
            default: bytes.insert(contentsOf: [0xff, 0xff, 0xff, 0xff, 0x0f].prefix(1 + random.below(5)), at: at)
            }
        }
        return bytes
    }

    @Test("No random bytes trap, whatever they are taken for")
    func randomBytes() {
        let seed = Seed.choose()
        print("random bytes: SAMSPIL_SEED=\(seed)")
        var random = RepeatableRandom(seed: seed)
        for _ in 0..<20_000 {
            let bytes = (0..<random.below(40)).map { _ in
                UInt8(random.chance(50) ? random.below(12) : random.below(256))
            }
            _ = try? StateVector(decoding: bytes)
            _ = try? mergeUpdates([bytes, Fixture.string])
            _ = try? diffUpdate(bytes, since: StateVector([1: 1]))
            _ = try? encodeStateVector(fromUpdate: bytes)
            _ = Value(json: String(decoding: bytes, as: UTF8.self))
        }
    }
}
