package enum IdeaCommand: CommandArea {
    case open(IdeaQuestion)
    case write(IdeaWriting)
    case reveal(RoundReference)
    case sort(IdeaSorting)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .openIdeas: self = .open(try IdeaQuestion(from: decoder))
        case .writeIdea: self = .write(try IdeaWriting(from: decoder))
        case .revealIdeas: self = .reveal(try RoundReference(from: decoder))
        case .sortIdea: self = .sort(try IdeaSorting(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .open: .openIdeas
        case .write: .writeIdea
        case .reveal: .revealIdeas
        case .sort: .sortIdea
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .open(let question): question
        case .write(let writing): writing
        case .reveal(let round): round
        case .sort(let sorting): sorting
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .open(let question): try decision.openIdeas(question)
        case .write(let writing): try decision.writeIdea(writing)
        case .reveal(let round): try decision.revealIdeas(of: round.roundId)
        case .sort(let sorting): try decision.sortIdea(sorting)
        }
    }
}
