package enum LevelCommand: CommandArea {
    case suggest(LevelQuestioning)
    case decide(LevelDecision)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .suggestLevel: self = .suggest(try LevelQuestioning(from: decoder))
        case .decideLevel: self = .decide(try LevelDecision(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .suggest: .suggestLevel
        case .decide: .decideLevel
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .suggest(let questioning): questioning
        case .decide(let decision): decision
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .suggest(let questioning): try decision.suggest(questioning)
        case .decide(let chosen): try decision.decide(chosen)
        }
    }
}
