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
