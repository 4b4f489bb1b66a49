/// Rounds of a ``TestNetwork``, one after the other, until enough was edited.
struct DifferentialRun: CustomStringConvertible {
    private(set) var operations = 0
    private(set) var rounds = 0
    private(set) var endedByYjs = 0
    private var endedByYrs = 0

    /// How many rounds in a hundred ended by a known fault of Yjs or Yrs itself; these compare nothing.
    var percentEnded: Int { rounds == 0 ? 0 : (endedByYjs + endedByYrs) * 100 / rounds }

    var description: String {
        "\(operations) operations in \(rounds) rounds, \(endedByYjs) ended by a fault of Yjs, \(endedByYrs) by one of Yrs"
    }

    /// Throws what went wrong, with the seed that replays that round alone.
    mutating func run(seed: UInt64, operations limit: Int) throws {
        let oracle = try YjsOracle()
        var yrs = try YrsOracle()
        while operations < limit {
            let seed = seed &+ UInt64(rounds) &* 0x1000_0001
            do {
                var network = try TestNetwork(seed: seed, oracle: oracle, yrs: yrs)
                operations += try network.run()
            } catch let failure as YjsOracle.Failure where failure.isCollectedNeighbour {
                endedByYjs += 1
            } catch is YjsOracle.OwnFault {
                endedByYjs += 1
            } catch is YrsOracle.OwnFault {
                endedByYrs += 1
                yrs = try YrsOracle()
            } catch {
                throw TestNetwork.Mismatch(
                    description: "SAMSPIL_OPERATIONS=1 SAMSPIL_SEED=\(seed) replays round \(rounds): \(error)")
            }
            rounds += 1
        }
    }
}
