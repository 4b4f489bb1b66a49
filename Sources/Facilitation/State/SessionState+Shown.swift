extension SessionState {
    /// The state as those who lead, or all others, may see it.
    package func shown(isForLeading: Bool) -> ShownState {
        var places = Places(participants.keys.sorted())
        let hands = hands.map { places[$0] }
        let ready = ready.sorted().map { places[$0] }
        let groups = groups.map { group in
            ShownState.Group(
                groupId: group.groupId, name: group.name, modelId: group.modelId,
                members: group.members.map { places[$0] })
        }
        let rounds = roundIDs.compactMap { ideaRounds[$0] }.map { Self.shown($0, &places) }
        let votes = voteIDs.compactMap { self.votes[$0] }.map { Self.shown($0, &places) }
        return ShownState(
            people: places.ids, phase: phaseIndex, phaseEnteredAt: phaseEnteredAt, beganAt: beganAt,
            timer: timer.shown, locked: models.filter(\.isLocked).map(\.id), ended: isEnded,
            agenda: agendaRevision == 0 ? nil : ShownState.Agenda(phases: agenda, revision: agendaRevision),
            lobby: isForLeading ? lobby : Lobby(mode: lobby.mode),
            parked: parkedItems.map { ShownState.Parked(item: $0.item, settled: $0.isSettled) }, call: call,
            announcement: announcement?.text ?? "", ready: ready, hands: hands,
            evaluations: shownEvaluations(isForLeading: isForLeading), groups: groups,
            groupsByChoice: groupsAreByChoice, calling: callingGroups, rounds: rounds, votes: votes,
            levels: shownLevels, interpretations: shownInterpretations, shown: revelation)
    }

    /// What is this person's own. Nobody's is nothing.
    package func own(of participantID: String?) -> OwnState {
        guard let id = participantID else {
            return OwnState(participantId: nil, ideas: [], ballots: [], evaluation: nil)
        }
        var own = said(by: id)
        // What was shown is among what all are told.
        own.ideas.removeAll { ideaRounds[$0.roundId]?.isRevealed ?? false }
        return own
    }

    /// All that this person said for themselves, shown or not.
    package func said(by id: String) -> OwnState {
        let ideas = roundIDs.compactMap { ideaRounds[$0] }.flatMap { round in
            round.ideas.values.filter { $0.participantId == id }.map { idea in
                OwnState.Written(roundId: round.question.roundId, ideaId: idea.ideaId, text: idea.text)
            }
        }
        let ballots = voteIDs.compactMap { voteID in
            votes[voteID]?.ballots[id].map { OwnState.Cast(voteId: voteID, dots: $0.dots) }
        }
        return OwnState(participantId: id, ideas: ideas, ballots: ballots, evaluation: evaluations[id])
    }

    private static func shown(_ round: IdeaRound, _ places: inout Places) -> ShownState.Round {
        let ideas = round.ideas.values.sorted { $0.ideaId < $1.ideaId }
        let (question, isNamed) = (round.question, round.question.isNamed)
        let told: [ShownState.Idea]? =
            round.isRevealed
            ? ideas.map { idea in
                ShownState.Idea(
                    ideaId: idea.ideaId, text: idea.text, person: isNamed ? idea.participantId.map { places[$0] } : nil,
                    heading: idea.heading)
            } : nil
        return ShownState.Round(
            roundId: question.roundId, question: question.question, isNamed: isNamed, revealed: round.isRevealed,
            ideas: told, hidden: round.isRevealed ? nil : ideas.map(\.ideaId))
    }

    private static func shown(_ vote: SessionVote, _ places: inout Places) -> ShownState.Vote {
        guard vote.isRevealed else {
            return ShownState.Vote(
                question: vote.question, voters: vote.ballots.keys.sorted().map { places[$0] }, result: nil)
        }
        let result = vote.result
        let ballots = result.ballots.map { ballots in
            ballots.map { ballot in
                ShownState.Dots(person: ballot.participantId.map { places[$0] }, dots: ballot.dots)
            }
        }
        return ShownState.Vote(
            question: vote.question, voters: nil,
            result: ShownState.Result(tallies: result.tallies, voters: result.voters, ballots: ballots))
    }

    /// In an order of their own words, which tells nobody who came first.
    private func shownEvaluations(isForLeading: Bool) -> ShownState.Evaluations {
        let told = evaluations.values.map { Evaluation(grade: $0.grade, text: $0.text) }
            .sorted { ($0.grade, $0.text ?? "") < ($1.grade, $1.text ?? "") }
        return ShownState.Evaluations(count: told.count, told: isForLeading ? told : nil)
    }

    private var shownLevels: [ShownState.Level] {
        goalLevels.sorted { $0.key < $1.key }.map { goalID, level in
            ShownState.Level(
                goalId: goalID, answers: level.suggestion?.answers, suggestion: level.suggestion?.suggestion,
                decision: level.decision)
        }
    }

    /// All there are, and empty ones where one was taken away that the session was made with.
    private var shownInterpretations: [ValueInterpretation] {
        let gone = firstValueIDs.filter { interpretations[$0] == nil }.map {
            ValueInterpretation(valueId: $0, text: "")
        }
        let here = interpretations.sorted { $0.key < $1.key }.map {
            ValueInterpretation(valueId: $0.key, text: $0.value)
        }
        return here + gone
    }
}

extension SessionTimer {
    fileprivate var shown: ShownState.Timer? {
        switch self {
        case .idle: nil
        case .running(let durationMs, let endsAt):
            ShownState.Timer(endsAt: endsAt, remainingMs: nil, totalMs: durationMs)
        case .paused(let durationMs, let remainingMs):
            ShownState.Timer(endsAt: nil, remainingMs: remainingMs, totalMs: durationMs)
        }
    }
}

/// Where each person stands in the list of all, to which those are added whom nobody has heard join.
private struct Places {
    private(set) var ids: [String]
    private var places: [String: Int]

    init(_ ids: [String]) {
        self.ids = ids
        places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: String) -> Int {
        mutating get {
            if let place = places[id] { return place }
            places[id] = ids.count
            ids.append(id)
            return ids.count - 1
        }
    }
}
