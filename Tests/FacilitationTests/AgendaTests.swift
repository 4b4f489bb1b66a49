@testable import Facilitation
import Testing

struct AgendaTests {
    private func set(_ phases: [AgendaPhase], expected: Int64) -> any Command {
        SetAgenda(phases: phases, expected: expected)
    }

    @Test func `every phase has an id of its own, the same however often an agenda is read`() {
        let read = AgendaPhase.identified([
            AgendaPhase(title: "A", minutes: 1), AgendaPhase(id: "phase-1", title: "B", minutes: 1),
            AgendaPhase(id: "phase-1", title: "C", minutes: 1),
        ])
        #expect(read.map(\.id) == ["phase-1-", "phase-1", "phase-3"])
        #expect(AgendaPhase.identified(read) == read)
    }

    @Test func `before a session has begun its agenda can be anything, and is entered as it then is`() {
        var bench = Bench()
        var phases = Array(bench.state.agenda.reversed())
        phases.append(AgendaPhase(id: "ny", title: "Kaffe", minutes: 5))
        #expect(bench.refusal(of: set(phases, expected: 0)) == nil)
        #expect(bench.state.agenda == phases)
        #expect(bench.state.agendaRevision == 1)
        bench.send(EnterPhase(index: 3, expected: 0))
        #expect(bench.state.currentPhase?.title == "Kaffe")
    }

    @Test func `of two who edit the same agenda the second is refused, and asking for what holds is nothing new`() {
        var bench = Bench()
        let before = bench.state.agenda
        var mine = before
        mine[2].minutes = 15
        var theirs = before
        theirs.removeLast()
        bench.send(set(mine, expected: 0))
        #expect(bench.refusal(of: set(theirs, expected: 0)) == .agendaHasChanged)
        #expect(bench.state.agenda == mine)
        #expect(bench.send(set(mine, expected: 0)) == .success([]))
        #expect(bench.refusal(of: set(theirs, expected: 1)) == nil)
    }

    @Test func `what has passed or goes on is neither removed nor moved, but its words and time may change`() {
        var bench = Bench()
        bench.send(EnterPhase(index: 1, expected: 0))
        let phases = bench.state.agenda
        #expect(bench.refusal(of: set(Array(phases.dropFirst()), expected: 0)) == .phaseHasBegun)
        #expect(bench.refusal(of: set([phases[0], phases[2]], expected: 0)) == .phaseHasBegun)
        #expect(bench.refusal(of: set([phases[1], phases[0], phases[2]], expected: 0)) == .phaseHasBegun)
        var changed = phases
        changed[1].minutes = 45
        changed.removeLast()
        #expect(bench.refusal(of: set(changed, expected: 0)) == nil)
        #expect(bench.state.currentPhase?.minutes == 45)
    }

    @Test func `a phase has a title, a time and models of the session, and an agenda has room for sixty`() {
        var bench = Bench.withModel()
        func refusal(_ change: (inout AgendaPhase) -> Void) -> RefusalCode? {
            var phase = AgendaPhase(id: "ny", title: "Mål", minutes: 10, modelIds: ["m1"])
            change(&phase)
            return bench.refusal(of: set([phase], expected: bench.state.agendaRevision))
        }
        #expect(refusal { $0.title = " " } == .textMissing)
        #expect(refusal { $0.id = "" } == .textMissing)
        #expect(refusal { $0.minutes = 1_441 } == .phasesOutOfRange)
        #expect(refusal { $0.minutes = -1 } == .phasesOutOfRange)
        #expect(refusal { $0.modelIds = ["m2"] } == .noSuchModel)
        #expect(refusal { $0.question = String(repeating: "?", count: 4_001) } == .textTooLong)
        #expect(refusal { _ in } == nil)
        #expect(bench.refusal(of: set([], expected: 1)) == .phasesOutOfRange)
        let many = (0...60).map { AgendaPhase(id: "\($0)", title: "T", minutes: 1) }
        #expect(bench.refusal(of: set(many, expected: 1)) == .phasesOutOfRange)
        #expect(bench.refusal(of: set([many[0], many[0]], expected: 1)) == .phaseTwice)
    }

    @Test func `only those who lead set the agenda, and only while the session is open`() {
        var bench = Bench()
        let command = set([AgendaPhase(id: "ny", title: "Mål", minutes: 10)], expected: 0)
        #expect(bench.refusal(of: command, by: Bench.teacher) == .notPermitted)
        #expect(bench.refusal(of: command, by: Bench.observer) == .notPermitted)
        bench.send(EndSession())
        #expect(bench.refusal(of: command) == .sessionEnded)
    }
}
