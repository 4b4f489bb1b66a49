import Facilitation
import Foundation
import Planning
import Testing

struct JSONTests {
    static let commands: [(String, SessionCommand)] =
        [
            (#"{"expected":0,"index":1,"kind":"enterPhase"}"#, .enterPhase(index: 1, expected: 0)),
            (#"{"durationMs":300000,"kind":"startTimer"}"#, .startTimer(durationMs: 300_000)),
            (#"{"kind":"pauseTimer"}"#, .pauseTimer), (#"{"kind":"resumeTimer"}"#, .resumeTimer),
            (#"{"byMs":60000,"kind":"extendTimer"}"#, .extendTimer(byMs: 60_000)),
            (#"{"kind":"stopTimer"}"#, .stopTimer),
            (#"{"kind":"lockModel","modelId":"m1"}"#, .lockModel(modelID: "m1")),
            (#"{"kind":"unlockModel","modelId":"m1"}"#, .unlockModel(modelID: "m1")),
            (#"{"kind":"endSession"}"#, .endSession), (#"{"kind":"reopenSession"}"#, .reopenSession),
        ] + AreaSamples.commands

    static let events: [(String, SessionEvent)] =
        [
            (
                #"{"function":"Lærer","kind":"participantJoined","participantId":"p1","role":"participant","unitId":"u"}"#,
                .participantJoined(
                    SessionParticipant(participantID: "p1", unitID: "u", function: "Lærer", role: .participant))
            ),
            (#"{"from":0,"index":1,"kind":"phaseEntered"}"#, .phaseEntered(index: 1, from: 0)),
            (#"{"durationMs":300000,"kind":"timerStarted"}"#, .timerStarted(durationMs: 300_000)),
            (#"{"kind":"timerPaused","remainingMs":1000}"#, .timerPaused(remainingMs: 1_000)),
            (#"{"kind":"timerResumed","remainingMs":1000}"#, .timerResumed(remainingMs: 1_000)),
            (
                #"{"byMs":60000,"kind":"timerExtended","remainingMs":61000}"#,
                .timerExtended(byMs: 60_000, remainingMs: 61_000)
            ),
            (#"{"kind":"timerStopped"}"#, .timerStopped),
            (
                #"{"goalIds":["g1"],"kind":"modelCreated","level":"coCreation","modelId":"m1","title":"T"}"#,
                .modelCreated(ModelCreation(modelID: "m1", level: .coCreation, title: "T", goalIDs: ["g1"]))
            ),
            (
                #"{"from":"knowledge","kind":"modelLevelSet","level":"coordination","modelId":"m1"}"#,
                .modelLevelSet(modelID: "m1", level: .coordination, from: .knowledge)
            ),
            (#"{"kind":"modelLocked","modelId":"m1"}"#, .modelLocked(modelID: "m1")),
            (#"{"kind":"modelUnlocked","modelId":"m1"}"#, .modelUnlocked(modelID: "m1")),
            (
                #"{"contentVersion":"v","externalId":"e","function":"F","give":"G","kind":"modelConfirmed","modelId":"m1","#
                    + #""on":"2027-01-20","participantId":"p1"}"#,
                .modelConfirmed(
                    ModelConfirmation(
                        modelID: "m1", party: .external("e"), function: "F", contentVersion: "v", give: "G",
                        on: "2027-01-20",
                        participantID: "p1"))
            ),
            (
                #"{"by":"leader","function":"F","kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
                .confirmationWithdrawn(
                    ConfirmationWithdrawal(modelID: "m1", party: .unit("u"), source: .leader, function: "F"))
            ),
            (
                #"{"function":"F","kind":"participantCorrected","participantId":"p","role":"participant","unitId":"u"}"#,
                .participantCorrected(
                    SessionParticipant(participantID: "p", unitID: "u", function: "F", role: .participant))
            ),
            (
                #"{"kind":"confirmationWithdrawn","modelId":"m1","unitId":"u"}"#,
                .confirmationWithdrawn(ConfirmationWithdrawal(modelID: "m1", party: .unit("u")))
            ),
            (#"{"kind":"sessionEnded"}"#, .sessionEnded), (#"{"kind":"sessionReopened"}"#, .sessionReopened),
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
        #expect(Set(Self.commands.map(\.1.kind)) == Set(SessionCommand.Kind.allCases.filter(\.isSentByPages)))
        for (json, command) in Self.commands {
            #expect(try decode(SessionCommand.self, json) == command)
            #expect(try text(command) == json)
        }
    }

    @Test func `every event reads and writes as the interface says`() throws {
        #expect(Set(Self.events.compactMap(\.1.kind)) == Set(SessionEvent.Kind.allCases))
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
        #expect(try decode(SessionEvent.self, #"{"kind":"timerStopped","by":"p1"}"#) == .timerStopped)
    }

    @Test func `an unknown command is a typed fault, cut to a readable length`() throws {
        #expect(throws: CommandFault.unknownKind("fly")) { try decode(SessionCommand.self, #"{"kind":"fly"}"#) }
        let long = String(repeating: "x", count: 10_000)
        #expect(throws: CommandFault.unknownKind(String(repeating: "x", count: 64))) {
            try decode(SessionCommand.self, #"{"kind":"\#(long)"}"#)
        }
    }

    @Test(arguments: SessionCommand.Kind.allCases.filter { !$0.isSentByPages })
    func `commands whose facts the server vouches for are not read from a page`(kind: SessionCommand.Kind) throws {
        #expect(throws: CommandFault.notSentByPages(kind)) {
            try decode(
                SessionCommand.self,
                #"{"kind":"\#(kind.rawValue)","modelId":"m","level":"knowledge","title":"T","contentVersion":"v"}"#)
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
