@testable import Facilitation
import Testing

struct ValueTests {
    private func interpret(_ text: String, _ value: String = "diversity", before: String = "") -> any Command {
        InterpretValue(valueId: value, text: text, before: before)
    }

    @Test func `a value is interpreted by anybody who works here, and nobody's words are replaced unread`() {
        var bench = Bench()
        #expect(bench.refusal(of: interpret("Alle fag"), by: Bench.teacher) == nil)
        #expect(bench.refusal(of: interpret("Alle aldre"), by: Bench.coach) == .interpretationHasChanged)
        #expect(bench.send(interpret("Alle fag"), by: Bench.coach) == .success([]))
        #expect(bench.refusal(of: interpret("Alle fag og aldre", before: "Alle fag"), by: Bench.coach) == nil)
        #expect(bench.state.interpretations == ["diversity": "Alle fag og aldre"])
        #expect(bench.refusal(of: interpret("", before: "Alle fag og aldre")) == nil)
        #expect(bench.state.interpretations.isEmpty)
        #expect(bench.refusal(of: interpret("Alle"), by: Bench.observer) == .notPermitted)
    }

    @Test func `what came with the session is what is changed, and there is room for twenty values`() {
        var bench = Bench()
        bench.state = SessionState(agenda: Bench.agenda, interpretations: ["diversity": "Fra sidst"])
        #expect(bench.refusal(of: interpret("Nyt")) == .interpretationHasChanged)
        #expect(bench.refusal(of: interpret("Nyt", before: "Fra sidst")) == nil)
        for number in 1..<SessionLimits.values { bench.send(interpret("T", "v\(number)")) }
        #expect(bench.refusal(of: interpret("T", "en til")) == .tooManyItems)
        #expect(bench.refusal(of: interpret(String(repeating: "x", count: 4_001), "v1", before: "T")) == .textTooLong)
    }

    @Test func `those who take part or lead react while the session is open`() {
        var bench = Bench()
        #expect(Reaction.refusal(to: Bench.teacher, in: bench.state) == nil)
        #expect(Reaction.refusal(to: Bench.facilitator, in: bench.state) == nil)
        #expect(Reaction.refusal(to: Bench.observer, in: bench.state)?.code == .notPermitted)
        bench.send(EndSession())
        #expect(Reaction.refusal(to: Bench.teacher, in: bench.state)?.code == .sessionEnded)
    }
}
