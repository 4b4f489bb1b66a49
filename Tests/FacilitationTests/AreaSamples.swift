@testable import Facilitation

/// One of every command and event of the areas, with its JSON.
enum AreaSamples {
    static let question = IdeaQuestion(roundId: "r1", question: "Hvad?", isNamed: false)
    static let vote = VoteQuestion(
        voteId: "v1", question: "Hvilket?", goalId: "g1",
        options: [VoteOption(optionId: "a", text: "A"), VoteOption(optionId: "b", text: "B")], budget: 2,
        isNamed: false)
    static let answers = LevelAnswers(
        sharedCitizens: true, needToKnow: true, mustFit: true, onlyTogether: false, hasTime: true)
    static let item = ParkedItem(itemId: "i1", text: "Lokaler", unitId: "skole", function: "Leder", due: "2027-02-01")
    static let formation = Formation(
        groups: [BreakoutGroup(groupId: "g1", name: "1", modelId: "m1", members: ["p1"])], byChoice: true)

    private static let itemJSON = #""due":"2027-02-01","function":"Leder","itemId":"i1","kind":"#
    private static let formationJSON =
        #"{"byChoice":true,"groups":[{"groupId":"g1","members":["p1"],"modelId":"m1","name":"1"}],"kind":"#
    private static let voteJSON = #"{"budget":2,"goalId":"g1","isNamed":false,"kind":"#
    private static let optionsJSON =
        #","options":[{"optionId":"a","text":"A"},{"optionId":"b","text":"B"}],"question":"Hvilket?","voteId":"v1"}"#
    private static let answersJSON =
        #"{"hasTime":true,"mustFit":true,"needToKnow":true,"onlyTogether":false,"sharedCitizens":true}"#

    static let phases = [
        AgendaPhase(id: "f1", title: "Mål", minutes: 20, question: "Hvad?", titleEn: "Goals", modelIds: ["m1"])
    ]
    private static let phasesJSON =
        #"[{"id":"f1","minutes":20,"modelIds":["m1"],"question":"Hvad?","title":"Mål","titleEn":"Goals"}]"#

    static let commands: [(String, any PageCommand)] = [
        (
            #"{"before":"","kind":"interpretValue","text":"Alle fag","valueId":"diversity"}"#,
            InterpretValue(valueId: "diversity", text: "Alle fag", before: "")
        ),
        (
            #"{"expected":7,"kind":"setAgenda","phases":"# + phasesJSON + "}",
            SetAgenda(phases: phases, expected: 7)
        ),
        (
            #"{"kind":"setLobby","mode":"passphrase","passphrase":"Blå bog"}"#,
            SetLobby(Lobby(mode: .passphrase, passphrase: "Blå bog"))
        ),
        ("{" + itemJSON + #""parkItem","text":"Lokaler","unitId":"skole"}"#, ParkItem(item)),
        (
            #"{"itemId":"i1","kind":"settleItem","settled":true}"#,
            SettleItem(itemId: "i1", settled: true)
        ),
        (
            #"{"kind":"callTogether","mode":"takeAlong","modelId":"m1"}"#,
            CallTogether(Call(mode: .takeAlong, modelId: "m1"))
        ),
        (#"{"kind":"release"}"#, Release()),
        (#"{"kind":"sayToAll","text":"Fem minutter"}"#, SayToAll(Announcement(text: "Fem minutter"))),
        (#"{"kind":"sayReady","ready":true}"#, SayReady(ready: true)),
        (#"{"kind":"raiseHand"}"#, RaiseHand()),
        (#"{"kind":"lowerHand","participantId":"p1"}"#, LowerHand(participantId: "p1")),
        (
            #"{"grade":4,"kind":"evaluate","text":"Mere tid"}"#,
            Evaluate(Evaluation(grade: 4, text: "Mere tid"))
        ),
        (formationJSON + #""formGroups"}"#, FormGroups(formation)),
        (#"{"groupId":"g1","kind":"joinGroup"}"#, JoinGroup(groupId: "g1")),
        (#"{"kind":"callFacilitator"}"#, CallFacilitator()),
        (#"{"groupId":"g1","kind":"answerCall"}"#, AnswerCall(groupId: "g1")),
        (#"{"kind":"recallGroups"}"#, RecallGroups()),
        (#"{"isNamed":false,"kind":"openIdeas","question":"Hvad?","roundId":"r1"}"#, OpenIdeas(question)),
        (
            #"{"ideaId":"i1","kind":"writeIdea","roundId":"r1","text":"Idé"}"#,
            WriteIdea(IdeaWriting(roundId: "r1", ideaId: "i1", text: "Idé"))
        ),
        (#"{"kind":"revealIdeas","roundId":"r1"}"#, RevealIdeas(roundId: "r1")),
        (
            #"{"heading":"Tid","ideaId":"i1","kind":"sortIdea","roundId":"r1"}"#,
            SortIdea(IdeaSorting(roundId: "r1", ideaId: "i1", heading: "Tid"))
        ),
        (voteJSON + #""openVote""# + optionsJSON, OpenVote(vote)),
        (#"{"dots":{"a":2},"kind":"castVote","voteId":"v1"}"#, CastVote(Ballot(voteId: "v1", dots: ["a": 2]))),
        (#"{"kind":"revealVote","voteId":"v1"}"#, RevealVote(voteId: "v1")),
        (
            #"{"answers":"# + answersJSON + #","goalId":"g1","kind":"suggestLevel"}"#,
            SuggestLevel(goalId: "g1", answers: answers)
        ),
        (
            #"{"choice":"alone","goalId":"g1","kind":"decideLevel","reason":"Enkelt"}"#,
            DecideLevel(LevelDecision(goalId: "g1", choice: .alone, reason: "Enkelt"))
        ),
    ]

    static let events: [(String, SessionEvent)] = [
        (
            #"{"kind":"valueInterpreted","text":"Alle fag","valueId":"diversity"}"#,
            SessionEvent(ValueInterpreted(ValueInterpretation(valueId: "diversity", text: "Alle fag")))
        ),
        (
            #"{"kind":"modelRemoved","modelId":"m-1","reason":"Dobbelt"}"#,
            SessionEvent(ModelRemoved(modelId: "m-1", reason: "Dobbelt"))
        ),
        (
            #"{"kind":"participantRemoved","participantId":"p-1"}"#,
            SessionEvent(ParticipantRemoved(participantId: "p-1"))
        ),
        (#"{"kind":"agendaSet","phases":"# + phasesJSON + "}", SessionEvent(AgendaSet(phases: phases))),
        (#"{"kind":"lobbySet","mode":"approval"}"#, SessionEvent(LobbySet(Lobby(mode: .approval)))),
        ("{" + itemJSON + #""itemParked","text":"Lokaler","unitId":"skole"}"#, SessionEvent(ItemParked(item))),
        (
            #"{"itemId":"i1","kind":"itemSettled","settled":true}"#,
            SessionEvent(ItemSettled(itemId: "i1", settled: true))
        ),
        (#"{"kind":"calledTogether","mode":"summon"}"#, SessionEvent(CalledTogether(Call(mode: .summon)))),
        (#"{"kind":"released"}"#, SessionEvent(Released())),
        (#"{"kind":"saidToAll","text":"Fem minutter"}"#, SessionEvent(SaidToAll(Announcement(text: "Fem minutter")))),
        (
            #"{"kind":"readySaid","participantId":"p1","ready":true}"#,
            SessionEvent(ReadySaid(participantId: "p1", ready: true))
        ),
        (#"{"kind":"handRaised","participantId":"p1"}"#, SessionEvent(HandRaised(participantId: "p1"))),
        (#"{"kind":"handLowered","participantId":"p1"}"#, SessionEvent(HandLowered(participantId: "p1"))),
        (
            #"{"grade":4,"kind":"evaluated","participantId":"p1","text":"Mere tid"}"#,
            SessionEvent(Evaluated(Evaluation(grade: 4, text: "Mere tid", participantId: "p1")))
        ),
        (formationJSON + #""groupsFormed"}"#, SessionEvent(GroupsFormed(formation))),
        (
            #"{"groupId":"g1","kind":"groupJoined","participantId":"p1"}"#,
            SessionEvent(GroupJoined(groupId: "g1", participantId: "p1"))
        ),
        (#"{"groupId":"g1","kind":"facilitatorCalled"}"#, SessionEvent(FacilitatorCalled(groupId: "g1"))),
        (#"{"groupId":"g1","kind":"callAnswered"}"#, SessionEvent(CallAnswered(groupId: "g1"))),
        (#"{"kind":"groupsRecalled"}"#, SessionEvent(GroupsRecalled())),
        (
            #"{"isNamed":false,"kind":"ideasOpened","question":"Hvad?","roundId":"r1"}"#,
            SessionEvent(IdeasOpened(question))
        ),
        (
            #"{"ideaId":"i1","kind":"ideaWritten","participantId":"p1","roundId":"r1","text":"Idé"}"#,
            SessionEvent(IdeaWritten(IdeaWriting(roundId: "r1", ideaId: "i1", text: "Idé", participantId: "p1")))
        ),
        (
            #"{"ideas":[{"ideaId":"i1","text":"Idé"}],"kind":"ideasRevealed","roundId":"r1"}"#,
            SessionEvent(IdeasRevealed(roundId: "r1", ideas: [.init(ideaId: "i1", text: "Idé")]))
        ),
        (
            #"{"heading":"Tid","ideaId":"i1","kind":"ideaSorted","roundId":"r1"}"#,
            SessionEvent(IdeaSorted(IdeaSorting(roundId: "r1", ideaId: "i1", heading: "Tid")))
        ),
        (voteJSON + #""voteOpened""# + optionsJSON, SessionEvent(VoteOpened(vote))),
        (
            #"{"dots":{"a":2},"kind":"voteCast","participantId":"p1","voteId":"v1"}"#,
            SessionEvent(VoteCast(Ballot(voteId: "v1", dots: ["a": 2], participantId: "p1")))
        ),
        (
            #"{"kind":"voteRevealed","tallies":{"a":2,"b":0},"voteId":"v1","voters":1}"#,
            SessionEvent(VoteRevealed(VoteResult(voteId: "v1", tallies: ["a": 2, "b": 0], voters: 1)))
        ),
        (
            #"{"answers":"# + answersJSON + #","goalId":"g1","kind":"levelSuggested","suggestion":"coordination"}"#,
            SessionEvent(LevelSuggested(LevelSuggestion(goalId: "g1", answers: answers, suggestion: .coordination)))
        ),
        (
            #"{"choice":"alone","goalId":"g1","kind":"levelDecided","reason":"Enkelt"}"#,
            SessionEvent(LevelDecided(LevelDecision(goalId: "g1", choice: .alone, reason: "Enkelt")))
        ),
    ]
}
