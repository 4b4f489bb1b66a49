@testable import Facilitation
import Foundation
import Planning
import Testing

struct JSONTests {
    static let commands: [(String, any PageCommand)] =
        [
            (#"{"expected":0,"index":1,"kind":"enterPhase"}"#, EnterPhase(index: 1, expected: 0)),
            (#"{"durationMs":300000,"kind":"startTimer"}"#, StartTimer(durationMs: 300_000)),
            (#"{"kind":"pauseTimer"}"#, PauseTimer()), (#"{"kind":"resumeTimer"}"#, ResumeTimer()),
            (#"{"byMs":60000,"kind":"extendTimer"}"#, ExtendTimer(byMs: 60_000)),
            (#"{"kind":"stopTimer"}"#, StopTimer()),
            (#"{"kind":"lockModel","modelId":"m1"}"#, LockModel(modelId: "m1")),
            (#"{"kind":"unlockModel","modelId":"m1"}"#, UnlockModel(modelId: "m1")),
            (#"{"kind":"endSession"}"#, EndSession()), (#"{"kind":"reopenSession"}"#, ReopenSession()),
        ] + AreaSamples.commands

    static let events: [(String, SessionEvent)] =
        [
            (
                #"{"function":"Lærer","kind":"participantJoined","participantId":"p1","role":"participant","unitId":"u"}"#,
                SessionEvent(
                    ParticipantJoined(
                        SessionParticipant(participantId: "p1", unitId: "u", function: "Lærer", role: .participant)))
            ),
            (#"{"from":0,"index":1,"kind":"phaseEntered"}"#, SessionEvent(PhaseEntered(index: 1, from: 0))),
            (#"{"durationMs":300000,"kind":"timerStarted"}"#, SessionEvent(TimerStarted(durationMs: 300_000))),
            (#"{"kind":"timerPaused","remainingMs":1000}"#, SessionEvent(TimerPaused(remainingMs: 1_000))),
            (#"{"kind":"timerResumed","remainingMs":1000}"#, SessionEvent(TimerResumed(remainingMs: 1_000))),
            (
                #"{"byMs":60000,"kind":"timerExtended","remainingMs":61000}"#,
                SessionEvent(TimerExtended(byMs: 60_000, remainingMs: 61_000))
            ),
            (#"{"kind":"timerStopped"}"#, SessionEvent(TimerStopped())),
            (
                #"{"goalIds":["g1"],"kind":"modelCreated","level":"coCreation","modelId":"m1","title":"T"}"#,
                SessionEvent(
                    ModelCreated(ModelCreation(modelId: "m1", level: .coCreation, title: "T", goalIds: ["g1"])))
            ),
            (
                #"{"from":"knowledge","kind":"modelLevelSet","level":"coordination","modelId":"m1"}"#,
                SessionEvent(ModelLevelSet(modelId: "m1", level: .coordination, from: .knowledge))
            ),
            (#"{"kind":"modelLocked","modelId":"m1"}"#, SessionEvent(ModelLocked(modelId: "m1"))),
            (#"{"kind":"modelUnlocked","modelId":"m1"}"#, SessionEvent(ModelUnlocked(modelId: "m1"))),
            (
                #"{"contentVersion":"v","externalId":"e","function":"F","give":"G","kind":"modelConfirmed","modelId":"m1","#
                    + #""on":"2027-01-20","participantId":"p1"}"#,
                SessionEvent(
                    ModelConfirmed(
                        ModelConfirmation(
                            modelId: "m1", party: .external("e"), function: "F", contentVersion: "v", give: "G",
                            on: "2027-01-20",
                            participantId: "p1")))
            ),
            (
                #"{"by":"leader","function":"F","kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
                SessionEvent(
                    ConfirmationWithdrawn(
                        ConfirmationWithdrawal(modelId: "m1", party: .unit("u"), by: .leader, function: "F")))
            ),
            (
                #"{"function":"F","kind":"participantCorrected","participantId":"p","role":"participant","unitId":"u"}"#,
                SessionEvent(
                    ParticipantCorrected(
                        SessionParticipant(participantId: "p", unitId: "u", function: "F", role: .participant)))
            ),
            (
                #"{"kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
                SessionEvent(ConfirmationWithdrawn(ConfirmationWithdrawal(modelId: "m1", party: .unit("u"))))
            ),
            (#"{"kind":"sessionEnded"}"#, SessionEvent(SessionEnded())),
            (#"{"kind":"sessionReopened"}"#, SessionEvent(SessionReopened())),
        ] + AreaSamples.events

    private func decode<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    private func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test func `every command a page sends reads and writes as the interface says`() throws {
        #expect(Set(Self.commands.map { $0.1.kind }) == Set(CommandRegistry.sentByPages.map { $0.kind }))
        for (json, command) in Self.commands {
            #expect(AnyHashable(try decode(SessionCommand.self, json).command) == AnyHashable(command))
            #expect(try text(SessionCommand(command)) == json)
        }
    }

    @Test func `every event reads and writes as the interface says`() throws {
        #expect(Set(Self.events.map(\.1.kind)) == Set(EventRegistry.all.map { $0.kind }))
        for (json, event) in Self.events {
            #expect(try decode(SessionEvent.self, json) == event)
            #expect(try text(event) == json)
        }
    }

    @Test func `an event of an unknown kind is kept and skipped`() throws {
        let event = try decode(SessionEvent.self, #"{"kind":"moonPhased","choice":3}"#)
        #expect(event == .unknown(kind: "moonPhased"))
        var state = SessionState()
        state.apply(event, at: 1, sequence: 1)
        #expect(state.sequence == 1)
        #expect(try text(event) == #"{"kind":"moonPhased"}"#)
    }

    @Test func `members an event does not know are ignored`() throws {
        #expect(try decode(SessionEvent.self, #"{"kind":"timerStopped","by":"p1"}"#) == SessionEvent(TimerStopped()))
    }

    @Test func `an unknown command is a typed fault, cut to a readable length`() throws {
        #expect(throws: CommandFault.unknownKind("fly")) { try decode(SessionCommand.self, #"{"kind":"fly"}"#) }
        let long = String(repeating: "x", count: 10_000)
        #expect(throws: CommandFault.unknownKind(String(repeating: "x", count: 64))) {
            try decode(SessionCommand.self, #"{"kind":"\#(long)"}"#)
        }
    }

    @Test(arguments: CommandRegistry.madeByServer.map { $0.kind })
    func `commands whose facts the server vouches for are not read from a page`(kind: String) throws {
        #expect(throws: CommandFault.notSentByPages(kind)) {
            try decode(
                SessionCommand.self,
                #"{"kind":"\#(kind)","modelId":"m","level":"knowledge","title":"T","contentVersion":"v"}"#)
        }
    }

    @Test(arguments: [
        "{}", "[]", #"{"kind":7}"#, #"{"kind":"enterPhase","index":1}"#,
        #"{"kind":"enterPhase","index":1e300,"expected":0}"#, #"{"kind":"startTimer","durationMs":"5"}"#,
        #"{"kind":"lockModel","modelId":null}"#,
    ])
    func `malformed commands throw and never trap`(json: String) {
        #expect(throws: DecodingError.self) { try decode(SessionCommand.self, json) }
    }

    @Test func `a confirmation is somebody's`() {
        #expect(throws: DecodingError.self) {
            try decode(SessionEvent.self, #"{"kind":"confirmationWithdrawn","modelId":"m"}"#)
        }
    }
}
