package enum ValueEvent: EventArea {
    case interpreted(ValueInterpretation)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .valueInterpreted: self = .interpreted(try ValueInterpretation(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind { .valueInterpreted }

    var payload: (any Encodable)? {
        switch self {
        case .interpreted(let interpretation): interpretation
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .interpreted(let interpretation):
            state.interpretations[interpretation.valueId] = interpretation.text.isEmpty ? nil : interpretation.text
            state.hasInterpreted = true
        }
    }
}
