import Facilitation

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

    static let commands: [(String, SessionCommand)] = [
        (
            #"{"before":"","kind":"interpretValue","text":"Alle fag","valueId":"diversity"}"#,
            .values(.interpret(ValueInterpreting(valueId: "diversity", text: "Alle fag", before: "")))
        ),
        (
            #"{"expected":7,"kind":"setAgenda","phases":"# + phasesJSON + "}",
            .agenda(.set(AgendaEdit(phases: phases, expected: 7)))
        ),
        (
            #"{"kind":"setLobby","mode":"passphrase","passphrase":"Blå bog"}"#,
            .lobby(.set(Lobby(mode: .passphrase, passphrase: "Blå bog")))
        ),
        ("{" + itemJSON + #""parkItem","text":"Lokaler","unitId":"skole"}"#, .parking(.park(item))),
        (
            #"{"itemId":"i1","kind":"settleItem","settled":true}"#,
            .parking(.settle(ItemSettling(itemId: "i1", settled: true)))
        ),
        (
            #"{"kind":"callTogether","mode":"takeAlong","modelId":"m1"}"#,
            .attention(.call(Call(mode: .takeAlong, modelId: "m1")))
        ),
        (#"{"kind":"release"}"#, .attention(.release)),
        (#"{"kind":"sayToAll","text":"Fem minutter"}"#, .attention(.say(Announcement(text: "Fem minutter")))),
        (#"{"kind":"sayReady","ready":true}"#, .voices(.sayReady(Readiness(ready: true)))),
        (#"{"kind":"raiseHand"}"#, .voices(.raiseHand)),
        (#"{"kind":"lowerHand","participantId":"p1"}"#, .voices(.lowerHand(Hand(participantId: "p1")))),
        (
            #"{"grade":4,"kind":"evaluate","text":"Mere tid"}"#,
            .voices(.evaluate(Evaluation(grade: 4, text: "Mere tid")))
        ),
        (formationJSON + #""formGroups"}"#, .groups(.form(formation))),
        (#"{"groupId":"g1","kind":"joinGroup"}"#, .groups(.join(GroupChoice(groupId: "g1")))),
        (#"{"kind":"callFacilitator"}"#, .groups(.callFacilitator)),
        (#"{"groupId":"g1","kind":"answerCall"}"#, .groups(.answerCall(GroupReference(groupId: "g1")))),
        (#"{"kind":"recallGroups"}"#, .groups(.recall)),
        (#"{"isNamed":false,"kind":"openIdeas","question":"Hvad?","roundId":"r1"}"#, .ideas(.open(question))),
        (
            #"{"ideaId":"i1","kind":"writeIdea","roundId":"r1","text":"Idé"}"#,
            .ideas(.write(IdeaWriting(roundId: "r1", ideaId: "i1", text: "Idé")))
        ),
        (#"{"kind":"revealIdeas","roundId":"r1"}"#, .ideas(.reveal(RoundReference(roundId: "r1")))),
        (
            #"{"heading":"Tid","ideaId":"i1","kind":"sortIdea","roundId":"r1"}"#,
            .ideas(.sort(IdeaSorting(roundId: "r1", ideaId: "i1", heading: "Tid")))
        ),
        (voteJSON + #""openVote""# + optionsJSON, .votes(.open(vote))),
        (#"{"dots":{"a":2},"kind":"castVote","voteId":"v1"}"#, .votes(.cast(Ballot(voteId: "v1", dots: ["a": 2])))),
        (#"{"kind":"revealVote","voteId":"v1"}"#, .votes(.reveal(VoteReference(voteId: "v1")))),
        (
            #"{"answers":"# + answersJSON + #","goalId":"g1","kind":"suggestLevel"}"#,
            .levels(.suggest(LevelQuestioning(goalId: "g1", answers: answers)))
        ),
        (
            #"{"choice":"alone","goalId":"g1","kind":"decideLevel","reason":"Enkelt"}"#,
            .levels(.decide(LevelDecision(goalId: "g1", choice: .alone, reason: "Enkelt")))
        ),
    ]

    static let events: [(String, SessionEvent)] = [
        (
            #"{"kind":"valueInterpreted","text":"Alle fag","valueId":"diversity"}"#,
            .values(.interpreted(ValueInterpretation(valueId: "diversity", text: "Alle fag")))
        ),
        (
            #"{"kind":"modelRemoved","modelId":"m-1","reason":"Dobbelt"}"#,
            .removals(.model(ModelRemoval(modelId: "m-1", reason: "Dobbelt")))
        ),
        (
            #"{"kind":"participantRemoved","participantId":"p-1"}"#,
            .removals(.participant(ParticipantRemoval(participantId: "p-1")))
        ),
        (#"{"kind":"agendaSet","phases":"# + phasesJSON + "}", .agenda(.set(AgendaSetting(phases: phases)))),
        (#"{"kind":"lobbySet","mode":"approval"}"#, .lobby(.set(Lobby(mode: .approval)))),
        ("{" + itemJSON + #""itemParked","text":"Lokaler","unitId":"skole"}"#, .parking(.parked(item))),
        (
            #"{"itemId":"i1","kind":"itemSettled","settled":true}"#,
            .parking(.settled(ItemSettling(itemId: "i1", settled: true)))
        ),
        (#"{"kind":"calledTogether","mode":"summon"}"#, .attention(.called(Call(mode: .summon)))),
        (#"{"kind":"released"}"#, .attention(.released)),
        (#"{"kind":"saidToAll","text":"Fem minutter"}"#, .attention(.said(Announcement(text: "Fem minutter")))),
        (
            #"{"kind":"readySaid","participantId":"p1","ready":true}"#,
            .voices(.readySaid(ReadinessOf(participantId: "p1", ready: true)))
        ),
        (#"{"kind":"handRaised","participantId":"p1"}"#, .voices(.handRaised(Hand(participantId: "p1")))),
        (#"{"kind":"handLowered","participantId":"p1"}"#, .voices(.handLowered(Hand(participantId: "p1")))),
        (
            #"{"grade":4,"kind":"evaluated","participantId":"p1","text":"Mere tid"}"#,
            .voices(.evaluated(Evaluation(grade: 4, text: "Mere tid", participantId: "p1")))
        ),
        (formationJSON + #""groupsFormed"}"#, .groups(.formed(formation))),
        (
            #"{"groupId":"g1","kind":"groupJoined","participantId":"p1"}"#,
            .groups(.joined(GroupChoice(groupId: "g1", participantId: "p1")))
        ),
        (#"{"groupId":"g1","kind":"facilitatorCalled"}"#, .groups(.facilitatorCalled(GroupReference(groupId: "g1")))),
        (#"{"groupId":"g1","kind":"callAnswered"}"#, .groups(.callAnswered(GroupReference(groupId: "g1")))),
        (#"{"kind":"groupsRecalled"}"#, .groups(.recalled)),
        (#"{"isNamed":false,"kind":"ideasOpened","question":"Hvad?","roundId":"r1"}"#, .ideas(.opened(question))),
        (
            #"{"ideaId":"i1","kind":"ideaWritten","participantId":"p1","roundId":"r1","text":"Idé"}"#,
            .ideas(.written(IdeaWriting(roundId: "r1", ideaId: "i1", text: "Idé", participantId: "p1")))
        ),
        (
            #"{"ideas":[{"ideaId":"i1","text":"Idé"}],"kind":"ideasRevealed","roundId":"r1"}"#,
            .ideas(.revealed(IdeaRevelation(roundId: "r1", ideas: [.init(ideaId: "i1", text: "Idé")])))
        ),
        (
            #"{"heading":"Tid","ideaId":"i1","kind":"ideaSorted","roundId":"r1"}"#,
            .ideas(.sorted(IdeaSorting(roundId: "r1", ideaId: "i1", heading: "Tid")))
        ),
        (voteJSON + #""voteOpened""# + optionsJSON, .votes(.opened(vote))),
        (
            #"{"dots":{"a":2},"kind":"voteCast","participantId":"p1","voteId":"v1"}"#,
            .votes(.cast(Ballot(voteId: "v1", dots: ["a": 2], participantId: "p1")))
        ),
        (
            #"{"kind":"voteRevealed","tallies":{"a":2,"b":0},"voteId":"v1","voters":1}"#,
            .votes(.revealed(VoteResult(voteId: "v1", tallies: ["a": 2, "b": 0], voters: 1)))
        ),
        (
            #"{"answers":"# + answersJSON + #","goalId":"g1","kind":"levelSuggested","suggestion":"coordination"}"#,
            .levels(.suggested(LevelSuggestion(goalId: "g1", answers: answers, suggestion: .coordination)))
        ),
        (
            #"{"choice":"alone","goalId":"g1","kind":"levelDecided","reason":"Enkelt"}"#,
            .levels(.decided(LevelDecision(goalId: "g1", choice: .alone, reason: "Enkelt")))
        ),
    ]
}
