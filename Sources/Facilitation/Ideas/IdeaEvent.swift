package enum IdeaEvent: EventArea {
    case opened(IdeaQuestion)
    case written(IdeaWriting)
    case revealed(IdeaRevelation)
    case sorted(IdeaSorting)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .ideasOpened: self = .opened(try IdeaQuestion(from: decoder))
        case .ideaWritten: self = .written(try IdeaWriting(from: decoder))
        case .ideasRevealed: self = .revealed(try IdeaRevelation(from: decoder))
        case .ideaSorted: self = .sorted(try IdeaSorting(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .opened: .ideasOpened
        case .written: .ideaWritten
        case .revealed: .ideasRevealed
        case .sorted: .ideaSorted
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .opened(let question): question
        case .written(let writing): writing
        case .revealed(let revelation): revelation
        case .sorted(let sorting): sorting
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .opened(let question):
            guard state.ideaRounds[question.roundId] == nil else { return }
            state.ideaRounds[question.roundId] = IdeaRound(question: question)
            state.roundIDs.append(question.roundId)
        case .written(let writing): state.ideaRounds[writing.roundId]?.write(writing)
        case .revealed(let revelation):
            state.ideaRounds[revelation.roundId]?.isRevealed = true
            state.revelation = .init(kind: .round, id: revelation.roundId, at: at)
        case .sorted(let sorting):
            state.ideaRounds[sorting.roundId]?.ideas[sorting.ideaId]?.heading = sorting.heading
        }
    }
}

extension IdeaRound {
    fileprivate mutating func write(_ writing: IdeaWriting) {
        guard !writing.text.isEmpty else { return ideas[writing.ideaId] = nil }
        ideas[writing.ideaId] = Idea(
            ideaId: writing.ideaId, text: writing.text, participantId: writing.participantId, heading: nil)
    }
}
