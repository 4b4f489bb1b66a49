package enum LevelEvent: EventArea {
    case suggested(LevelSuggestion)
    case decided(LevelDecision)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .levelSuggested: self = .suggested(try LevelSuggestion(from: decoder))
        case .levelDecided: self = .decided(try LevelDecision(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .suggested: .levelSuggested
        case .decided: .levelDecided
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .suggested(let suggestion): suggestion
        case .decided(let decision): decision
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .suggested(let suggestion):
            state.goalLevels[suggestion.goalId, default: GoalLevel()].suggestion = suggestion
        case .decided(let decision): state.goalLevels[decision.goalId, default: GoalLevel()].decision = decision
        }
    }
}
