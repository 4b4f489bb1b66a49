@testable import Facilitation
import Planning
import Testing

struct RemovalTests {
    private func redacted(_ event: String, participant id: String) throws -> JSONValue? {
        EventRedaction.removing(participant: id, from: try JSONValue.parse(event))
    }

    @Test func `of a participant who is deleted nothing is left in the journal but what was said for a unit or to all`()
        throws
    {
        for event in [
            #"{"kind":"participantJoined","participantId":"p-1","function":"Lærer"}"#,
            #"{"kind":"ideaWritten","participantId":"p-1","ideaId":"i","roundId":"r","text":"En idé"}"#,
            #"{"kind":"evaluated","grade":4,"participantId":"p-1","text":"God"}"#,
        ] {
            #expect(try redacted(event, participant: "p-1") == ["kind": "redacted"], "\(event)")
            #expect(try redacted(event, participant: "p-2") == nil, "\(event)")
        }
        let confirmed = try redacted(
            #"{"kind":"modelConfirmed","participantId":"p-1","modelId":"m","give":"Tid","unitId":"u"}"#,
            participant: "p-1")
        #expect(confirmed == ["kind": "modelConfirmed", "modelId": "m", "give": "Tid", "unitId": "u"])
        let grouped = try redacted(
            #"{"kind":"groupsFormed","groups":[{"groupId":"g","members":["p-1","p-2"]}]}"#, participant: "p-1")
        #expect(grouped == ["kind": "groupsFormed", "groups": [["groupId": "g", "members": ["p-2"]]]])
        #expect(try redacted(#"{"kind":"participantRemoved","participantId":"p-1"}"#, participant: "p-1") == nil)
    }

    @Test func `of a model that is deleted the journal says that it was, and why`() throws {
        for kind in ["modelCreated", "modelConfirmed", "modelLocked"] {
            let event: JSONValue = ["kind": .string(kind), "modelId": "m-1", "title": "Navn", "give": "Tid"]
            #expect(EventRedaction.removing(model: "m-1", from: event) == ["kind": "redacted"])
            #expect(EventRedaction.removing(model: "m-2", from: event) == nil)
        }
        let removed: JSONValue = ["kind": "modelRemoved", "modelId": "m-1", "reason": "Dobbelt"]
        #expect(EventRedaction.removing(model: "m-1", from: removed) == nil)
    }

    @Test func `the state is without what was removed, whatever came before it`() {
        let removal = SessionEvent(ModelRemoved(modelId: "m-1"))
        let made = SessionEvent(
            ModelCreated(
                ModelCreation(modelId: "m-1", level: .knowledge, title: "Navn", goalIds: [])))
        let joined = SessionEvent(
            ParticipantJoined(
                SessionParticipant(participantId: "p-1", function: "Lærer", role: .participant)))
        let hand = SessionEvent(HandRaised(participantId: "p-1"))
        let left = SessionEvent(ParticipantRemoved(participantId: "p-1"))
        let events = [made, joined, hand, removal, left].enumerated().map { index, event in
            RecordedEvent(sequence: Int64(index + 1), at: 1, event: event)
        }
        let state = SessionState.fold(events)
        #expect(state.models.isEmpty && state.participants.isEmpty && state.hands.isEmpty)
        #expect(state.sequence == 5)
        #expect(SessionState.fold(events.suffix(2)).models.isEmpty)
    }

    @Test func `an idea or a vote of who is deleted stays where all have seen it, as nobody's, and goes where not`() {
        var state = SessionState()
        var sequence: Int64 = 0
        func happened(_ event: SessionEvent) {
            sequence += 1
            state.apply(event, at: 1, sequence: sequence)
        }
        let options = [VoteOption(optionId: "o", text: "A")]
        for name in ["shown", "hidden"] {
            happened(SessionEvent(IdeasOpened(IdeaQuestion(roundId: name, question: "Hvad?", isNamed: false))))
            for who in ["p-1", "p-2"] {
                happened(
                    SessionEvent(
                        IdeaWritten(
                            IdeaWriting(roundId: name, ideaId: "\(name)-\(who)", text: "Idé", participantId: who))))
            }
            happened(
                SessionEvent(
                    VoteOpened(
                        VoteQuestion(
                            voteId: name, question: "Hvad?", options: options, budget: 3, isNamed: false))))
            for who in ["p-1", "p-2"] {
                happened(SessionEvent(VoteCast(Ballot(voteId: name, dots: ["o": 2], participantId: who))))
            }
        }
        happened(SessionEvent(state.ideaRounds["shown"]!.revelation))
        happened(SessionEvent(VoteRevealed(state.votes["shown"]!.result)))
        happened(SessionEvent(ParticipantRemoved(participantId: "p-1")))
        #expect(Set(state.ideaRounds["shown"]!.ideas.keys) == ["shown-p-1", "shown-p-2"])
        #expect(state.ideaRounds["shown"]!.ideas["shown-p-1"]!.participantId == nil)
        #expect(Set(state.ideaRounds["hidden"]!.ideas.keys) == ["hidden-p-2"])
        #expect(state.votes["shown"]!.result.tallies == ["o": 4] && state.votes["shown"]!.ballots["p-1"] == nil)
        #expect(state.votes["hidden"]!.result.tallies == ["o": 2])
        #expect(state.without(participant: "p-2").ideaRounds["hidden"]!.ideas.isEmpty)
    }
}
