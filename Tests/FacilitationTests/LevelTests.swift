@testable import Facilitation
import Testing

struct LevelTests {
    private func suggestion(_ shared: Bool, _ know: Bool, _ fit: Bool, _ together: Bool, _ time: Bool) -> LevelChoice {
        LevelAnswers(sharedCitizens: shared, needToKnow: know, mustFit: fit, onlyTogether: together, hasTime: time)
            .suggestion
    }

    @Test func `the least that is enough is suggested, and nothing together where no citizens are shared`() {
        #expect(suggestion(false, true, true, true, true) == .alone)
        #expect(suggestion(true, false, false, false, true) == .alone)
        #expect(suggestion(true, true, false, false, false) == .knowledge)
        #expect(suggestion(true, false, true, false, false) == .coordination)
        #expect(suggestion(true, true, true, true, true) == .coCreation)
        #expect(suggestion(true, true, true, true, false) == .coordination)
    }

    @Test func `what is suggested binds nobody; the choice is kept with its reason beside it`() {
        var bench = Bench()
        bench.send(SuggestLevel(goalId: "g1", answers: AreaSamples.answers))
        let choice = LevelDecision(goalId: "g1", choice: .alone, reason: "Vi mangler tid i år")
        bench.send(DecideLevel(choice))
        #expect(bench.state.goalLevels["g1"]?.suggestion?.suggestion == .coordination)
        #expect(bench.state.goalLevels["g1"]?.decision == choice)
    }

    @Test func `a level is not chosen without a reason`() {
        var bench = Bench()
        #expect(
            bench.refusal(of: DecideLevel(LevelDecision(goalId: "g1", choice: .alone, reason: " ")))
                == .textMissing)
        #expect(bench.state.goalLevels.isEmpty)
    }

    @Test func `a session discusses so many goals and no more`() {
        var bench = Bench()
        for number in 0..<SessionLimits.standard.goals {
            bench.send(DecideLevel(LevelDecision(goalId: "g\(number)", choice: .alone, reason: "R")))
        }
        let one = LevelDecision(goalId: "én til", choice: .alone, reason: "R")
        #expect(bench.refusal(of: DecideLevel(one)) == .tooManyGoals)
    }
}
