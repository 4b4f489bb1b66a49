package enum VoiceEvent: EventArea {
    case readySaid(ReadinessOf)
    case handRaised(Hand)
    case handLowered(Hand)
    case evaluated(Evaluation)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .readySaid: self = .readySaid(try ReadinessOf(from: decoder))
        case .handRaised: self = .handRaised(try Hand(from: decoder))
        case .handLowered: self = .handLowered(try Hand(from: decoder))
        case .evaluated: self = .evaluated(try Evaluation(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .readySaid: .readySaid
        case .handRaised: .handRaised
        case .handLowered: .handLowered
        case .evaluated: .evaluated
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .readySaid(let readiness): readiness
        case .handRaised(let hand), .handLowered(let hand): hand
        case .evaluated(let evaluation): evaluation
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .readySaid(let said):
            if said.ready { state.ready.insert(said.participantId) } else { state.ready.remove(said.participantId) }
        case .handRaised(let hand):
            guard let id = hand.participantId, !state.hands.contains(id) else { return }
            state.hands.append(id)
        case .handLowered(let hand): state.hands.removeAll { $0 == hand.participantId }
        case .evaluated(let evaluation):
            guard let id = evaluation.participantId else { return }
            state.evaluations[id] = evaluation
        }
    }
}
