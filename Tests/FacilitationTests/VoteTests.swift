@testable import Facilitation
import Testing

struct VoteTests {
    private func bench(isNamed: Bool = false) -> Bench {
        var bench = Bench()
        var vote = AreaSamples.vote
        vote.isNamed = isNamed
        bench.send(OpenVote(vote))
        return bench
    }

    private func cast(_ dots: [String: Int]) -> any Command {
        CastVote(Ballot(voteId: "v1", dots: dots, participantId: "en anden"))
    }

    private let reveal = RevealVote(voteId: "v1")

    @Test func `a second vote takes the place of the first`() {
        var bench = bench()
        bench.send(cast(["a": 2]), by: Bench.teacher)
        bench.send(cast(["a": 1, "b": 1]), by: Bench.teacher)
        bench.send(cast(["b": 2]), by: Bench.coach)
        #expect(bench.state.votes["v1"]?.result == VoteResult(voteId: "v1", tallies: ["a": 1, "b": 3], voters: 2))
        bench.send(cast([:]), by: Bench.coach)
        #expect(bench.state.votes["v1"]?.result == VoteResult(voteId: "v1", tallies: ["a": 1, "b": 1], voters: 1))
    }

    @Test(arguments: [
        ["a": 3], ["a": 2, "b": 1], ["a": -1, "b": 3], ["a": .max, "b": 1], ["a": .max, "b": .max], ["a": .min],
    ])
    func `nobody has more dots than the budget, nor fewer than none`(dots: [String: Int]) {
        var bench = bench()
        #expect(bench.refusal(of: cast(dots), by: Bench.teacher) == .tooManyDots)
        #expect(bench.state.votes["v1"]?.ballots.isEmpty == true)
    }

    @Test func `a vote for what is not there, or after the result is shown, is refused`() {
        var bench = bench()
        #expect(bench.refusal(of: cast(["c": 1]), by: Bench.teacher) == .noSuchOption)
        bench.send(reveal)
        #expect(bench.refusal(of: cast(["a": 1]), by: Bench.teacher) == .alreadyRevealed)
        #expect(bench.refusal(of: CastVote(Ballot(voteId: "nej", dots: [:])), by: Bench.teacher) == .noSuchVote)
    }

    @Test func `until the result is shown the others are told who has voted, and nothing of what for`() {
        let event = SessionEvent(VoteCast(Ballot(voteId: "v1", dots: ["a": 2], participantId: "p1")))
        #expect(event.owner == "p1")
        for audience in [Audience.leading, .others] {
            let shown = Ballot(voteId: "v1", dots: ["": 0], participantId: "p1")
            #expect(event.shown(to: audience) == SessionEvent(VoteCast(shown)))
        }
    }

    @Test(arguments: [false, true])
    func `the result has names only where that was said first`(isNamed: Bool) {
        var bench = bench(isNamed: isNamed)
        bench.send(cast(["a": 2]), by: Bench.teacher)
        guard case .success(let events) = bench.send(reveal), case .known(let event) = events.first,
            let result = (event as? VoteRevealed)?.content
        else {
            Issue.record("not revealed")
            return
        }
        #expect(result.tallies == ["a": 2, "b": 0])
        #expect(result.ballots?.map(\.participantId) == (isNamed ? ["p1"] : nil))
    }

    @Test func `a vote is between two choices at least, each once, with dots to give`() {
        var bench = Bench()
        func refusal(_ change: (inout VoteQuestion) -> Void) -> RefusalCode? {
            var vote = AreaSamples.vote
            change(&vote)
            return bench.refusal(of: OpenVote(vote))
        }
        #expect(refusal { $0.options.removeLast() } == .optionsOutOfRange)
        #expect(refusal { $0.options[1] = $0.options[0] } == .optionTwice)
        #expect(refusal { $0.budget = 0 } == .budgetOutOfRange)
        #expect(refusal { $0.budget = 21 } == .budgetOutOfRange)
        #expect(refusal { $0.question = " " } == .textMissing)
        #expect(refusal { _ in } == nil)
        #expect(refusal { $0.budget = 3 } == .roundExists)
    }
}
