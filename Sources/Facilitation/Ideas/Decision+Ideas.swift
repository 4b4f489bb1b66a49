extension Decision {
    /// Opening the same question again gives no event; one id never means two questions.
    func openIdeas(_ question: IdeaQuestion) throws(Refusal) -> [SessionEvent] {
        try checkText(question.roundId, "roundId", upTo: SessionLimits.idBytes)
        try checkText(question.question, "question", upTo: SessionLimits.noteBytes)
        if let before = state.ideaRounds[question.roundId] {
            guard before.question == question else { throw Refusal(.roundExists) }
            return []
        }
        guard state.ideaRounds.count < limits.rounds else { throw Refusal(.tooManyRounds) }
        return [.ideas(.opened(question))]
    }

    func writeIdea(_ writing: IdeaWriting) throws(Refusal) -> [SessionEvent] {
        var own = writing
        own.participantId = try participantID()
        let round = try round(own.roundId)
        guard !round.isRevealed else { throw Refusal(.alreadyRevealed) }
        try checkText(own.ideaId, "ideaId", upTo: SessionLimits.idBytes)
        try checkText(own.text, "text", upTo: SessionLimits.ideaBytes, required: false)
        if own.text.allSatisfy(\.isWhitespace) { own.text = "" }
        let before = round.ideas[own.ideaId]
        guard before == nil || before?.participantId == own.participantId else { throw Refusal(.notYourIdea) }
        guard before != nil || round.ideas.count < limits.ideas else { throw Refusal(.tooManyIdeas) }
        return (before?.text ?? "") == own.text ? [] : [.ideas(.written(own))]
    }

    func revealIdeas(of roundID: String) throws(Refusal) -> [SessionEvent] {
        let round = try round(roundID)
        return round.isRevealed ? [] : [.ideas(.revealed(round.revelation))]
    }

    func sortIdea(_ sorting: IdeaSorting) throws(Refusal) -> [SessionEvent] {
        let round = try round(sorting.roundId)
        guard round.isRevealed else { throw Refusal(.notRevealed) }
        guard let idea = round.ideas[sorting.ideaId] else { throw Refusal(.noSuchIdea) }
        try checkText(sorting.heading ?? "", "heading", upTo: SessionLimits.titleBytes, required: false)
        var tidied = sorting
        if sorting.heading?.allSatisfy(\.isWhitespace) == true { tidied.heading = nil }
        return idea.heading == tidied.heading ? [] : [.ideas(.sorted(tidied))]
    }

    private func round(_ id: String) throws(Refusal) -> IdeaRound {
        guard let round = state.ideaRounds[id] else { throw Refusal(.noSuchRound) }
        return round
    }
}
