/// What a vote chooses between.
package struct VoteOption: Sendable, Hashable, Codable {
    package var optionId: String
    package var text: String

    package init(optionId: String, text: String) {
        self.optionId = optionId
        self.text = text
    }
}

/// A question with dots to put on its answers: what ``OpenVote`` asks for, ``VoteOpened`` says and the state keeps.
package struct VoteQuestion: Sendable, Hashable, Codable {
    package var voteId: String
    package var question: String
    /// The goal whose level is voted on; nil for any other vote.
    package var goalId: String?
    package var options: [VoteOption]
    /// How many dots each person has.
    package var budget: Int
    /// Whether it is shown afterwards who voted for what; said before anyone votes, and never changed.
    package var isNamed: Bool

    package init(
        voteId: String, question: String, goalId: String? = nil, options: [VoteOption], budget: Int, isNamed: Bool
    ) {
        self.voteId = voteId
        self.question = question
        self.goalId = goalId
        self.options = options
        self.budget = budget
        self.isNamed = isNamed
    }
}

/// Somebody's dots by option: what ``CastVote`` asks for, ``VoteCast`` says and the state keeps. None at all takes the
/// vote back.
package struct Ballot: Sendable, Hashable, Codable {
    package var voteId: String
    package var dots: [String: Int]
    /// Set by the server.
    package var participantId: String?

    package init(voteId: String, dots: [String: Int], participantId: String? = nil) {
        self.voteId = voteId
        self.dots = dots
        self.participantId = participantId
    }
}

/// What came of a vote, the whole of it: what ``VoteRevealed`` says.
package struct VoteResult: Sendable, Hashable, Codable {
    package var voteId: String
    /// Dots by option; every option is there.
    package var tallies: [String: Int]
    package var voters: Int
    /// Who voted for what, where the vote is with names.
    package var ballots: [Ballot]?

    package init(voteId: String, tallies: [String: Int], voters: Int, ballots: [Ballot]? = nil) {
        self.voteId = voteId
        self.tallies = tallies
        self.voters = voters
        self.ballots = ballots
    }
}

/// A vote as the session has it.
package struct SessionVote: Sendable, Hashable, Codable {
    package var question: VoteQuestion
    package var isRevealed = false
    /// One per participant: voting again takes the place of the vote before.
    package var ballots: [String: Ballot] = [:]

    package var result: VoteResult {
        let none = Dictionary(question.options.map { ($0.optionId, 0) }) { first, _ in first }
        let tallies = ballots.values.reduce(into: none) { sum, ballot in
            sum.merge(ballot.dots) { $0 + $1 }
        }
        let named = ballots.values.sorted { ($0.participantId ?? "") < ($1.participantId ?? "") }
        return VoteResult(
            voteId: question.voteId, tallies: tallies, voters: ballots.count,
            ballots: question.isNamed ? named : nil)
    }
}

// MARK: Commands

/// Opens a vote. Opening the same again gives no event; one id never means two votes.
package struct OpenVote: PageCommand, Carrier {
    package static let kind = "openVote"
    package static let roles = Permissions.leading
    package let content: VoteQuestion

    package init(_ content: VoteQuestion) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkText(content.voteId, "voteId", upTo: SessionLimits.idBytes)
        try decision.checkText(content.question, "question", upTo: SessionLimits.noteBytes)
        try decision.checkText(content.goalId ?? "", "goalId", upTo: SessionLimits.idBytes, required: false)
        let votes = decision.state.votes
        if let before = votes[content.voteId] {
            guard before.question == content else { throw Refusal(.roundExists) }
            return []
        }
        try checkOptions(decision)
        guard (1...SessionLimits.voteBudget).contains(content.budget)
        else { throw Refusal(.budgetOutOfRange, fields: ["budget"]) }
        guard votes.count < decision.limits.rounds else { throw Refusal(.tooManyRounds) }
        return [VoteOpened(content)]
    }

    private func checkOptions(_ decision: Decision) throws(Refusal) {
        let options = content.options
        guard (2...SessionLimits.voteOptions).contains(options.count)
        else { throw Refusal(.optionsOutOfRange, fields: ["options"]) }
        for option in options {
            try decision.checkText(option.optionId, "optionId", upTo: SessionLimits.idBytes)
            try decision.checkText(option.text, "text", upTo: SessionLimits.ideaBytes)
        }
        guard Set(options.map(\.optionId)).count == options.count
        else { throw Refusal(.optionTwice, fields: ["options"]) }
    }
}

/// Puts the sender's dots. A second vote takes the place of the first: nobody counts twice.
package struct CastVote: PageCommand, Carrier {
    package static let kind = "castVote"
    package static let roles = Permissions.participants
    package let content: Ballot

    package init(_ content: Ballot) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let id = try decision.participantID()
        let vote = try decision.vote(content.voteId)
        guard !vote.isRevealed else { throw Refusal(.alreadyRevealed) }
        let options = Set(vote.question.options.map(\.optionId))
        guard options.isSuperset(of: content.dots.keys) else { throw Refusal(.noSuchOption) }
        guard content.dots.values.allSatisfy({ (0...vote.question.budget).contains($0) }),
            content.dots.values.reduce(0, +) <= vote.question.budget
        else { throw Refusal(.tooManyDots) }
        let own = Ballot(voteId: content.voteId, dots: content.dots.filter { $0.value > 0 }, participantId: id)
        return (vote.ballots[id]?.dots ?? [:]) == own.dots ? [] : [VoteCast(own)]
    }
}

/// Shows everybody what came of a vote.
package struct RevealVote: PageCommand {
    package static let kind = "revealVote"
    package static let roles = Permissions.leading
    let voteId: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let vote = try decision.vote(voteId)
        return vote.isRevealed ? [] : [VoteRevealed(vote.result)]
    }
}

extension Decision {
    fileprivate func vote(_ id: String) throws(Refusal) -> SessionVote {
        guard let vote = state.votes[id] else { throw Refusal(.noSuchVote) }
        return vote
    }
}

// MARK: Events

/// A vote is open. One that is there already stays as it is.
package struct VoteOpened: ToldToAll, Carrier {
    package static let kind = "voteOpened"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: VoteQuestion

    package init(_ content: VoteQuestion) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        guard state.votes[content.voteId] == nil else { return }
        state.votes[content.voteId] = SessionVote(question: content)
        state.voteIDs.append(content.voteId)
    }
}

/// A participant voted, or took the vote back. All others are told who has, and nothing of what for.
package struct VoteCast: Event, Carrier {
    package static let kind = "voteCast"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Ballot

    package init(_ content: Ballot) {
        self.content = content
    }

    package var owner: String? { content.participantId }

    package func shown(to audience: Audience) -> VoteCast {
        switch audience {
        case .owner: return self
        case .leading, .others:
            let dots = content.dots.isEmpty ? [:] : ["": 0]
            return VoteCast(Ballot(voteId: content.voteId, dots: dots, participantId: content.participantId))
        }
    }

    package func apply(to state: inout SessionState, at: Int64) {
        guard let id = content.participantId else { return }
        var kept = content
        // A damaged record must not make the sum of a vote overflow.
        kept.dots = content.dots.filter { (0...SessionLimits.voteBudget).contains($0.value) }
        state.votes[content.voteId]?.ballots[id] = kept.dots.isEmpty ? nil : kept
    }
}

/// Everybody sees what came of a vote.
package struct VoteRevealed: ToldToAll, Carrier {
    package static let kind = "voteRevealed"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    package let content: VoteResult

    package init(_ content: VoteResult) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.votes[content.voteId]?.isRevealed = true
        state.revelation = .init(kind: .vote, id: content.voteId, at: at)
    }
}
