@testable import Facilitation
import Testing

struct IdeaTests {
    private func bench(isNamed: Bool = false) -> Bench {
        var bench = Bench()
        bench.send(OpenIdeas(IdeaQuestion(roundId: "r", question: "Hvad?", isNamed: isNamed)))
        return bench
    }

    private func write(_ id: String, _ text: String) -> any Command {
        WriteIdea(IdeaWriting(roundId: "r", ideaId: id, text: text, participantId: "en anden"))
    }

    private let reveal = RevealIdeas(roundId: "r")

    @Test func `an idea is its writer's, whatever a page says, and is rewritten and taken back by them alone`() {
        var bench = bench()
        bench.send(write("i", "Fælles opstart"), by: Bench.teacher)
        #expect(bench.state.ideaRounds["r"]?.ideas["i"]?.participantId == "p1")
        #expect(bench.refusal(of: write("i", "Min"), by: Bench.coach) == .notYourIdea)
        bench.send(write("i", "Fælles start"), by: Bench.teacher)
        #expect(bench.state.ideaRounds["r"]?.ideas["i"]?.text == "Fælles start")
        bench.send(write("i", "  "), by: Bench.teacher)
        #expect(bench.state.ideaRounds["r"]?.ideas.isEmpty == true)
    }

    @Test func `before the ideas are shown nobody but their writer is told what or whose they are`() {
        let event = SessionEvent(
            IdeaWritten(IdeaWriting(roundId: "r", ideaId: "i", text: "Hemmeligt", participantId: "p1")))
        #expect(event.owner == "p1")
        for audience in [Audience.leading, .others] {
            #expect(
                event.shown(to: audience)
                    == SessionEvent(IdeaWritten(IdeaWriting(roundId: "r", ideaId: "i", text: "…"))))
        }
    }

    @Test(arguments: [false, true])
    func `what is shown has everything, with names only where that was said first`(isNamed: Bool) throws {
        var bench = bench(isNamed: isNamed)
        bench.send(write("b", "To"), by: Bench.coach)
        bench.send(write("a", "En"), by: Bench.teacher)
        guard case .success(let events) = bench.send(reveal), case .known(let event) = events.first,
            let shown = event as? IdeasRevealed
        else {
            Issue.record("not revealed")
            return
        }
        #expect(shown.ideas.map(\.text) == ["En", "To"])
        #expect(shown.ideas.map(\.participantId) == (isNamed ? ["p1", "p2"] : [nil, nil]))
        #expect(bench.refusal(of: write("c", "Tre"), by: Bench.teacher) == .alreadyRevealed)
        #expect(bench.send(reveal) == .success([]))
    }

    @Test func `ideas are sorted under headings when they are shown, not before`() {
        var bench = bench()
        bench.send(write("i", "En"), by: Bench.teacher)
        let sort = SortIdea(IdeaSorting(roundId: "r", ideaId: "i", heading: "Tid"))
        #expect(bench.refusal(of: sort) == .notRevealed)
        bench.send(reveal)
        bench.send(sort, by: Bench.coach)
        #expect(bench.state.ideaRounds["r"]?.ideas["i"]?.heading == "Tid")
        bench.send(SortIdea(IdeaSorting(roundId: "r", ideaId: "i", heading: " ")))
        #expect(bench.state.ideaRounds["r"]?.ideas["i"]?.heading == nil)
    }

    @Test func `one id is one question, and a round has room for so many ideas`() {
        var bench = bench()
        #expect(
            bench.refusal(of: OpenIdeas(IdeaQuestion(roundId: "r", question: "Hvad?", isNamed: true)))
                == .roundExists)
        #expect(bench.refusal(of: RevealIdeas(roundId: "nej")) == .noSuchRound)
        for number in 0..<SessionLimits.standard.ideas { bench.send(write("\(number)", "T"), by: Bench.teacher) }
        #expect(bench.refusal(of: write("én til", "T"), by: Bench.teacher) == .tooManyIdeas)
    }
}
