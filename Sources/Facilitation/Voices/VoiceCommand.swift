package enum VoiceCommand: CommandArea {
    case sayReady(Readiness)
    case raiseHand
    case lowerHand(Hand)
    case evaluate(Evaluation)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .sayReady: self = .sayReady(try Readiness(from: decoder))
        case .raiseHand: self = .raiseHand
        case .lowerHand: self = .lowerHand(try Hand(from: decoder))
        case .evaluate: self = .evaluate(try Evaluation(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .sayReady: .sayReady
        case .raiseHand: .raiseHand
        case .lowerHand: .lowerHand
        case .evaluate: .evaluate
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .sayReady(let readiness): readiness
        case .raiseHand: nil
        case .lowerHand(let hand): hand
        case .evaluate(let evaluation): evaluation
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .sayReady(let readiness): try decision.sayReady(readiness.ready)
        case .raiseHand: try decision.raiseHand()
        case .lowerHand(let hand): try decision.lowerHand(of: hand.participantId)
        case .evaluate(let evaluation): try decision.evaluate(evaluation)
        }
    }
}
