import Testing

/// The engine against Yjs itself and Yrs: the same random work, delivered late, twice, in any order or not at all for a while.
///
/// `SAMSPIL_SEED=… swift test --filter DifferentialTests` replays a run, with `SAMSPIL_OPERATIONS=1` only its first round.
@Suite struct DifferentialTests {
    @Test("The engine ends where Yjs and Yrs end, whatever was edited and however it was delivered")
    func convergesWithYjsAndYrs() throws {
        let seed = Seed.announced("differential test")
        var run = DifferentialRun()
        do {
            try run.run(seed: seed, operations: Seed.operations(usually: 200_000))
        } catch {
            Issue.record(error)
        }
        print("differential test: \(run)")
        #expect(run.rounds < 100 || run.percentEnded <= 10)
    }

    /// Found among ten million edits: two of three replicas of Yjs read "xm q l", the third and this engine "xlm q".
    @Test("A round in which Yjs does not agree with itself is counted as its fault")
    func yjsDisagreesWithItself() throws {
        var run = DifferentialRun()
        try run.run(seed: 29_822_596_866, operations: 1)
        #expect(run.endedByYjs == 1)
    }
}
