extension Decision {
    func openVote(_ question: VoteQuestion) throws(Refusal) -> [SessionEvent] {
        try checkText(question.voteId, "voteId", upTo: SessionLimits.idBytes)
        try checkText(question.question, "question", upTo: SessionLimits.noteBytes)
        try checkText(question.goalId ?? "", "goalId", upTo: SessionLimits.idBytes, required: false)
        if let before = state.votes[question.voteId] {
            guard before.question == question else { throw Refusal(.roundExists) }
            return []
        }
        guard (2...SessionLimits.voteOptions).contains(question.options.count)
        else { throw Refusal(.optionsOutOfRange, fields: ["options"]) }
        for option in question.options {
            try checkText(option.optionId, "optionId", upTo: SessionLimits.idBytes)
            try checkText(option.text, "text", upTo: SessionLimits.ideaBytes)
        }
        guard Set(question.options.map(\.optionId)).count == question.options.count
        else { throw Refusal(.optionTwice, fields: ["options"]) }
        guard (1...SessionLimits.voteBudget).contains(question.budget)
        else { throw Refusal(.budgetOutOfRange, fields: ["budget"]) }
        guard state.votes.count < limits.rounds else { throw Refusal(.tooManyRounds) }
        return [.votes(.opened(question))]
    }

    /// A second vote takes the place of the first: nobody counts twice.
    func castVote(_ ballot: Ballot) throws(Refusal) -> [SessionEvent] {
        let id = try participantID()
        let vote = try vote(ballot.voteId)
        guard !vote.isRevealed else { throw Refusal(.alreadyRevealed) }
        let options = Set(vote.question.options.map(\.optionId))
        guard options.isSuperset(of: ballot.dots.keys) else { throw Refusal(.noSuchOption) }
        guard ballot.dots.values.allSatisfy({ (0...vote.question.budget).contains($0) }),
            ballot.dots.values.reduce(0, +) <= vote.question.budget
        else { throw Refusal(.tooManyDots) }
        let own = Ballot(voteId: ballot.voteId, dots: ballot.dots.filter { $0.value > 0 }, participantId: id)
        return (vote.ballots[id]?.dots ?? [:]) == own.dots ? [] : [.votes(.cast(own))]
    }

    func revealVote(_ voteID: String) throws(Refusal) -> [SessionEvent] {
        let vote = try vote(voteID)
        return vote.isRevealed ? [] : [.votes(.revealed(vote.result))]
    }

    private func vote(_ id: String) throws(Refusal) -> SessionVote {
        guard let vote = state.votes[id] else { throw Refusal(.noSuchVote) }
        return vote
    }
}
