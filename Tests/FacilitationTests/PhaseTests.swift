@testable import Facilitation
import Testing

struct PhaseTests {
    @Test func `a session begins in its first phase, unentered`() {
        let state = Bench().state
        #expect(state.phaseIndex == 0)
        #expect(state.phaseEnteredAt == nil)
        #expect(state.currentPhase?.title == "Velkomst")
    }

    @Test func `the first phase can be entered once, by whoever opens the session`() {
        var bench = Bench()
        #expect(
            bench.send(EnterPhase(index: 0, expected: 0)) == .success([SessionEvent(PhaseEntered(index: 0, from: 0))]))
        #expect(bench.state.phaseEnteredAt == bench.now)
        #expect(bench.refusal(of: EnterPhase(index: 0, expected: 0)) == .alreadyInPhase)
    }

    @Test func `two facilitators pressing next at once move one phase, and the second hears why`() {
        var bench = Bench()
        let first = bench.send(EnterPhase(index: 1, expected: 0))
        let second = bench.send(EnterPhase(index: 1, expected: 0))
        #expect(first == .success([SessionEvent(PhaseEntered(index: 1, from: 0))]))
        #expect(second == .failure(Refusal(.phaseHasMoved)))
        #expect(bench.state.phaseIndex == 1)
        #expect(Refusal(.phaseHasMoved).reason == "En anden har allerede skiftet fase.")
    }

    @Test func `a facilitator takes a phase back`() {
        var bench = Bench()
        bench.send(EnterPhase(index: 2, expected: 0))
        #expect(bench.refusal(of: EnterPhase(index: 1, expected: 2)) == nil)
        #expect(bench.state.phaseIndex == 1)
    }

    @Test(arguments: [-1, 3, Int.min, Int.max])
    func `a phase that the agenda lacks is refused`(index: Int) {
        var bench = Bench()
        #expect(bench.refusal(of: EnterPhase(index: index, expected: 0)) == .noSuchPhase)
    }

    @Test func `a session without an agenda has no phase and traps nowhere`() {
        var bench = Bench(agenda: [])
        #expect(bench.state.currentPhase == nil)
        #expect(bench.refusal(of: EnterPhase(index: 0, expected: 0)) == .noSuchPhase)
    }
}
