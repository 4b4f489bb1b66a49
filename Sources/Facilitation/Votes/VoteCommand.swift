package enum VoteCommand: CommandArea {
    case open(VoteQuestion)
    case cast(Ballot)
    case reveal(VoteReference)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .openVote: self = .open(try VoteQuestion(from: decoder))
        case .castVote: self = .cast(try Ballot(from: decoder))
        case .revealVote: self = .reveal(try VoteReference(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .open: .openVote
        case .cast: .castVote
        case .reveal: .revealVote
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .open(let question): question
        case .cast(let ballot): ballot
        case .reveal(let vote): vote
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .open(let question): try decision.openVote(question)
        case .cast(let ballot): try decision.castVote(ballot)
        case .reveal(let vote): try decision.revealVote(vote.voteId)
        }
    }
}
