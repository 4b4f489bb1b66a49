@testable import Facilitation
import Testing

/// Calls, announcements, readiness, hands, and the evaluation.
struct CallAndEvaluationTests {
    @Test func `a call holds until it is released or the session ends, and its model must be there`() {
        var bench = Bench.withModel()
        let call = Call(mode: .takeAlong, modelId: "m1")
        #expect(bench.refusal(of: CallTogether(Call(mode: .summon, modelId: "nej"))) == .noSuchModel)
        bench.send(CallTogether(call))
        #expect(bench.state.call == call)
        bench.send(Release())
        #expect(bench.state.call == nil)
        bench.send(CallTogether(call))
        bench.send(EndSession())
        #expect(bench.state.call == nil)
    }

    @Test func `what is said to all is taken away by saying nothing`() {
        var bench = Bench()
        bench.send(SayToAll(Announcement(text: "Fem minutter")))
        #expect(bench.state.announcement?.text == "Fem minutter")
        bench.send(SayToAll(Announcement(text: "")))
        #expect(bench.state.announcement == nil)
    }

    @Test func `who is ready is not ready any more in the next phase`() {
        var bench = Bench()
        bench.send(SayReady(ready: true), by: Bench.teacher)
        #expect(bench.state.ready == ["p1"])
        bench.send(SayReady(ready: false), by: Bench.teacher)
        #expect(bench.state.ready.isEmpty)
        bench.send(SayReady(ready: true), by: Bench.teacher)
        bench.send(EnterPhase(index: 1, expected: 0))
        #expect(bench.state.ready.isEmpty)
    }

    @Test func `hands stand in the order they were raised; one lowers one's own, those who lead anybody's`() {
        var bench = Bench()
        bench.send(RaiseHand(), by: Bench.coach)
        bench.send(RaiseHand(), by: Bench.teacher)
        bench.send(RaiseHand(), by: Bench.coach)
        #expect(bench.state.hands == ["p2", "p1"])
        #expect(
            bench.refusal(of: LowerHand(participantId: "p2"), by: Bench.teacher) == .notYourParty)
        bench.send(LowerHand(), by: Bench.teacher)
        bench.send(LowerHand(participantId: "p2"))
        #expect(bench.state.hands.isEmpty)
    }

    @Test func `nobody has a voice who did not join`() {
        var bench = Bench()
        let stranger = Actor(role: .participant, unitID: "skole", function: "Lærer")
        for command: any Command in [
            RaiseHand(), SayReady(ready: true), Evaluate(Evaluation(grade: 3)),
            CallFacilitator(),
        ] {
            #expect(bench.refusal(of: command, by: stranger) == .notJoined, "\(command.kind)")
        }
    }

    @Test func `a session is evaluated also after its end, once by each, from 1 to 5`() {
        var bench = Bench()
        bench.send(EndSession())
        for grade in [0, 6, .min, .max] {
            #expect(
                bench.refusal(of: Evaluate(Evaluation(grade: grade)), by: Bench.teacher) == .gradeOutOfRange)
        }
        let first = Evaluate(Evaluation(grade: 5, text: "Mere tid", participantId: "p2"))
        #expect(bench.refusal(of: first, by: Bench.teacher) == nil)
        #expect(bench.send(first, by: Bench.teacher) == .success([]))
        #expect(
            bench.refusal(of: Evaluate(Evaluation(grade: 2)), by: Bench.teacher) == .alreadyAnswered)
        #expect(bench.state.evaluations == ["p1": Evaluation(grade: 5, text: "Mere tid", participantId: "p1")])
    }

    @Test func `those who lead read evaluations without whose they are; others only that there is one`() {
        let event = SessionEvent(Evaluated(Evaluation(grade: 4, text: "Mere tid", participantId: "p1")))
        #expect(event.owner == "p1")
        #expect(event.shown(to: .owner) == event)
        #expect(event.shown(to: .leading) == SessionEvent(Evaluated(Evaluation(grade: 4, text: "Mere tid"))))
        #expect(event.shown(to: .others) == SessionEvent(Evaluated(Evaluation(grade: 0))))
    }
}
