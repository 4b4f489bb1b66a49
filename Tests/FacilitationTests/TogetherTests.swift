import Facilitation
import Testing

/// Calling people together, voices, and the evaluation.
struct TogetherTests {
    @Test func `a call holds until it is released or the session ends, and its model must be there`() {
        var bench = Bench.withModel()
        let call = Call(mode: .takeAlong, modelId: "m1")
        #expect(bench.refusal(of: .attention(.call(Call(mode: .summon, modelId: "nej")))) == .noSuchModel)
        bench.send(.attention(.call(call)))
        #expect(bench.state.call == call)
        bench.send(.attention(.release))
        #expect(bench.state.call == nil)
        bench.send(.attention(.call(call)))
        bench.send(.endSession)
        #expect(bench.state.call == nil)
    }

    @Test func `what is said to all is taken away by saying nothing`() {
        var bench = Bench()
        bench.send(.attention(.say(Announcement(text: "Fem minutter"))))
        #expect(bench.state.announcement?.text == "Fem minutter")
        bench.send(.attention(.say(Announcement(text: ""))))
        #expect(bench.state.announcement == nil)
    }

    @Test func `who is ready is not ready any more in the next phase`() {
        var bench = Bench()
        bench.send(.voices(.sayReady(Readiness(ready: true))), by: Bench.teacher)
        #expect(bench.state.ready == ["p1"])
        bench.send(.voices(.sayReady(Readiness(ready: false))), by: Bench.teacher)
        #expect(bench.state.ready.isEmpty)
        bench.send(.voices(.sayReady(Readiness(ready: true))), by: Bench.teacher)
        bench.send(.enterPhase(index: 1, expected: 0))
        #expect(bench.state.ready.isEmpty)
    }

    @Test func `hands stand in the order they were raised; one lowers one's own, those who lead anybody's`() {
        var bench = Bench()
        bench.send(.voices(.raiseHand), by: Bench.coach)
        bench.send(.voices(.raiseHand), by: Bench.teacher)
        bench.send(.voices(.raiseHand), by: Bench.coach)
        #expect(bench.state.hands == ["p2", "p1"])
        #expect(
            bench.refusal(of: .voices(.lowerHand(Hand(participantId: "p2"))), by: Bench.teacher) == .notYourParty)
        bench.send(.voices(.lowerHand(Hand())), by: Bench.teacher)
        bench.send(.voices(.lowerHand(Hand(participantId: "p2"))))
        #expect(bench.state.hands.isEmpty)
    }

    @Test func `nobody has a voice who did not join`() {
        var bench = Bench()
        let stranger = Actor(role: .participant, unitID: "skole", function: "Lærer")
        for command: SessionCommand in [
            .voices(.raiseHand), .voices(.sayReady(Readiness(ready: true))), .voices(.evaluate(Evaluation(grade: 3))),
            .groups(.callFacilitator),
        ] {
            #expect(bench.refusal(of: command, by: stranger) == .notJoined, "\(command.kind)")
        }
    }

    @Test func `a session is evaluated also after its end, once by each, from 1 to 5`() {
        var bench = Bench()
        bench.send(.endSession)
        for grade in [0, 6, .min, .max] {
            #expect(
                bench.refusal(of: .voices(.evaluate(Evaluation(grade: grade))), by: Bench.teacher) == .gradeOutOfRange)
        }
        let first = SessionCommand.voices(.evaluate(Evaluation(grade: 5, text: "Mere tid", participantId: "p2")))
        #expect(bench.refusal(of: first, by: Bench.teacher) == nil)
        #expect(bench.send(first, by: Bench.teacher) == .success([]))
        #expect(
            bench.refusal(of: .voices(.evaluate(Evaluation(grade: 2))), by: Bench.teacher) == .alreadyAnswered)
        #expect(bench.state.evaluations == ["p1": Evaluation(grade: 5, text: "Mere tid", participantId: "p1")])
    }

    @Test func `those who lead read evaluations without whose they are; others only that there is one`() {
        let event = SessionEvent.voices(.evaluated(Evaluation(grade: 4, text: "Mere tid", participantId: "p1")))
        #expect(event.owner == "p1")
        #expect(event.shown(to: .owner) == event)
        #expect(event.shown(to: .leading) == .voices(.evaluated(Evaluation(grade: 4, text: "Mere tid"))))
        #expect(event.shown(to: .others) == .voices(.evaluated(Evaluation(grade: 0))))
    }
}
