@testable import Facilitation
import Planning
import Testing

struct SessionTests {
    @Test func `an ended session takes no command but reopening`() {
        var bench = Bench.withModel()
        bench.send(StartTimer(durationMs: 60_000))
        #expect(bench.refusal(of: ReopenSession()) == .sessionNotEnded)
        #expect(bench.refusal(of: EndSession()) == nil)
        #expect(bench.state.isEnded)
        #expect(bench.state.timer == .idle)
        #expect(!Permissions.mayWrite(Bench.teacher, modelID: "m1", in: bench.state))
        let others: [any Command] = [
            EnterPhase(index: 1, expected: 0), StartTimer(durationMs: 1_000), LockModel(modelId: "m1"),
            SetModelLevel(modelID: "m1", level: .knowledge), Bench.confirmation(for: .unit("skole")),
            Join(participantID: "p9"), EndSession(),
        ]
        for command in others {
            #expect(bench.refusal(of: command) == .sessionEnded, "\(command.kind)")
        }
        #expect(bench.refusal(of: ReopenSession()) == nil)
        #expect(!bench.state.isEnded)
    }

    @Test func `joining records unit and function, once, and no name`() {
        var bench = Bench()
        #expect(bench.refusal(of: Join(participantID: "p1"), by: Bench.teacher) == nil)
        let expected = SessionParticipant(participantId: "p1", unitId: "skole", function: "Lærer", role: .participant)
        #expect(bench.state.participants == ["p1": expected])
        #expect(bench.refusal(of: Join(participantID: "p1"), by: Bench.teacher) == .participantExists)
    }

    @Test func `a participant joins for a unit or a party, in a function`() {
        var bench = Bench()
        #expect(
            bench.refusal(of: Join(participantID: "p"), by: Actor(role: .participant, function: "Lærer"))
                == .partyMissing)
        #expect(
            bench.refusal(of: Join(participantID: "p"), by: Actor(role: .participant, unitID: "skole"))
                == .textMissing)
        #expect(
            bench.refusal(of: Join(participantID: "p"), by: Actor(role: .facilitator, function: "Konsulent")) == nil)
    }

    @Test func `every role is refused what the table does not give it`() {
        let commands: [any Command] =
            [
                EnterPhase(index: 1, expected: 0), StartTimer(durationMs: 1_000), PauseTimer(), ResumeTimer(),
                ExtendTimer(byMs: 1_000), StopTimer(), LockModel(modelId: "m1"), UnlockModel(modelId: "m1"),
                EndSession(), ReopenSession(), Join(participantID: "p7"),
                CreateModel(ModelCreation(modelId: "m2", level: .knowledge, title: "T")),
                SetModelLevel(modelID: "m1", level: .knowledge), Bench.confirmation(),
                WithdrawConfirmation(modelID: "m1", party: nil),
                CorrectParticipant(participantID: "p1", party: .unit("skole"), function: "L"),
            ] + AreaSamples.commands.map { $0.1 as any Command }
        #expect(Set(commands.map { $0.kind }) == Set(CommandRegistry.all.map { $0.kind }))
        for role in Role.allCases {
            for command in commands {
                var bench = Bench.withModel()
                let actor = Actor(role: role, participantID: "p1", unitID: "skole", function: "Lærer")
                let refused = bench.refusal(of: command, by: actor) == .notPermitted
                #expect(refused != type(of: command).roles.contains(role), "\(role) \(command.kind)")
            }
        }
    }

    @Test func `an observer decides nothing, and a leader takes back what the unit confirmed and nothing else`() {
        for command in CommandRegistry.all {
            #expect((command == WithdrawConfirmation.self) == command.roles.contains(.leader))
            #expect(command == Join.self || !command.roles.contains(.observer))
        }
    }

    @Test(arguments: RefusalCode.allCases)
    func `every refusal has a Danish and an English sentence of its own`(code: RefusalCode) {
        let refusal = Refusal(code)
        #expect(refusal.reason.hasSuffix("."))
        #expect(refusal.reasonEn.hasSuffix("."))
        #expect(refusal.reason != "Det kan ikke lade sig gøre.")
    }
}
