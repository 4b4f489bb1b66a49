import CRDT
import Testing

/// The engine against Yjs itself: the same random work, delivered late, twice, in any order or not at all for a while.
@Suite struct DifferentialTests {
    @Test("The engine ends where Yjs ends, whatever was edited and however it was delivered")
    func convergesWithYjs() throws {
        let seed = Seed.choose()
        print("differential test: SAMSPIL_SEED=\(seed)")
        let oracle = try YjsOracle()
        var operations = 0
        var round: UInt64 = 0
        var abandoned = 0
        while operations < Seed.operations(usually: 20_000) {
            let roundSeed = seed &+ round &* 0x1000_0001
            do {
                var network = try TestNetwork(seed: roundSeed, oracle: oracle)
                operations += try network.run()
            } catch let failure as YjsOracle.Failure where failure.isCollectedNeighbour {
                abandoned += 1
            } catch {
                Issue.record("SAMSPIL_SEED=\(seed), round \(round) (seed \(roundSeed)): \(error)")
                return
            }
            round += 1
        }
        print("differential test: \(operations) operations in \(round) rounds, \(abandoned) ended by a fault of Yjs")
        #expect(abandoned * 20 <= Int(round))
    }
}
