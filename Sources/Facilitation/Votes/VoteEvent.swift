package enum VoteEvent: EventArea {
    case opened(VoteQuestion)
    case cast(Ballot)
    case revealed(VoteResult)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .voteOpened: self = .opened(try VoteQuestion(from: decoder))
        case .voteCast: self = .cast(try Ballot(from: decoder))
        case .voteRevealed: self = .revealed(try VoteResult(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .opened: .voteOpened
        case .cast: .voteCast
        case .revealed: .voteRevealed
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .opened(let question): question
        case .cast(let ballot): ballot
        case .revealed(let result): result
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .opened(let question):
            guard state.votes[question.voteId] == nil else { return }
            state.votes[question.voteId] = SessionVote(question: question)
            state.voteIDs.append(question.voteId)
        case .cast(let ballot):
            guard let id = ballot.participantId else { return }
            var kept = ballot
            // A damaged record must not make the sum of a vote overflow.
            kept.dots = ballot.dots.filter { (0...SessionLimits.voteBudget).contains($0.value) }
            state.votes[ballot.voteId]?.ballots[id] = kept.dots.isEmpty ? nil : kept
        case .revealed(let result):
            state.votes[result.voteId]?.isRevealed = true
            state.revelation = .init(kind: .vote, id: result.voteId, at: at)
        }
    }
}
