import Facilitation
import Planning
import Testing

struct SessionTests {
    @Test func `an ended session takes no command but reopening`() {
        var bench = Bench.withModel()
        bench.send(.startTimer(durationMs: 60_000))
        #expect(bench.refusal(of: .reopenSession) == .sessionNotEnded)
        #expect(bench.refusal(of: .endSession) == nil)
        #expect(bench.state.isEnded)
        #expect(bench.state.timer == .idle)
        #expect(!Permissions.mayWrite(Bench.teacher, modelID: "m1", in: bench.state))
        let others: [SessionCommand] = [
            .enterPhase(index: 1, expected: 0), .startTimer(durationMs: 1_000), .lockModel(modelID: "m1"),
            .setModelLevel(modelID: "m1", level: .knowledge), Bench.confirmation(for: .unit("skole")),
            .join(participantID: "p9"), .endSession,
        ]
        for command in others {
            #expect(bench.refusal(of: command) == .sessionEnded, "\(command.kind)")
        }
        #expect(bench.refusal(of: .reopenSession) == nil)
        #expect(!bench.state.isEnded)
    }

    @Test func `joining records unit and function, once, and no name`() {
        var bench = Bench()
        #expect(bench.refusal(of: .join(participantID: "p1"), by: Bench.teacher) == nil)
        let expected = SessionParticipant(participantID: "p1", unitID: "skole", function: "Lærer", role: .participant)
        #expect(bench.state.participants == ["p1": expected])
        #expect(bench.refusal(of: .join(participantID: "p1"), by: Bench.teacher) == .participantExists)
    }

    @Test func `a participant joins for a unit or a party, in a function`() {
        var bench = Bench()
        #expect(
            bench.refusal(of: .join(participantID: "p"), by: Actor(role: .participant, function: "Lærer"))
                == .partyMissing)
        #expect(
            bench.refusal(of: .join(participantID: "p"), by: Actor(role: .participant, unitID: "skole"))
                == .textMissing)
        #expect(
            bench.refusal(of: .join(participantID: "p"), by: Actor(role: .facilitator, function: "Konsulent")) == nil)
    }

    @Test func `every role is refused what the table does not give it`() {
        let commands: [SessionCommand] =
            [
                .enterPhase(index: 1, expected: 0), .startTimer(durationMs: 1_000), .pauseTimer, .resumeTimer,
                .extendTimer(byMs: 1_000), .stopTimer, .lockModel(modelID: "m1"), .unlockModel(modelID: "m1"),
                .endSession, .reopenSession, .join(participantID: "p7"),
                .createModel(ModelCreation(modelID: "m2", level: .knowledge, title: "T")),
                .setModelLevel(modelID: "m1", level: .knowledge), Bench.confirmation(),
                .withdrawConfirmation(modelID: "m1", party: nil),
                .correctParticipant(ParticipantCorrection(participantID: "p1", party: .unit("skole"), function: "L")),
            ] + AreaSamples.commands.map(\.1)
        #expect(Set(commands.map(\.kind)) == Set(SessionCommand.Kind.allCases))
        for role in Role.allCases {
            for command in commands {
                var bench = Bench.withModel()
                let actor = Actor(role: role, participantID: "p1", unitID: "skole", function: "Lærer")
                let refused = bench.refusal(of: command, by: actor) == .notPermitted
                #expect(refused != Permissions.roles(for: command.kind).contains(role), "\(role) \(command.kind)")
            }
        }
    }

    @Test func `an observer decides nothing, and a leader takes back what the unit confirmed and nothing else`() {
        for kind in SessionCommand.Kind.allCases {
            #expect((kind == .withdrawConfirmation) == Permissions.roles(for: kind).contains(.leader))
            #expect(kind == .join || !Permissions.roles(for: kind).contains(.observer))
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
