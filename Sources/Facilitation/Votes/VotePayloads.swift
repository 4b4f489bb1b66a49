/// What a vote chooses between.
package struct VoteOption: Sendable, Hashable, Codable {
    package var optionId: String
    package var text: String

    package init(optionId: String, text: String) {
        self.optionId = optionId
        self.text = text
    }
}

/// A question with dots to put on its answers. Payload of `openVote` and of `voteOpened`.
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

/// Somebody's dots by option; none at all takes the vote back. Payload of `castVote` and of `voteCast`.
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

/// Payload of `revealVote`.
package struct VoteReference: Sendable, Hashable, Codable {
    package var voteId: String

    package init(voteId: String) {
        self.voteId = voteId
    }
}

/// Payload of `voteRevealed`: the whole result.
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
