package enum ValueCommand: CommandArea {
    case interpret(ValueInterpreting)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .interpretValue: self = .interpret(try ValueInterpreting(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind { .interpretValue }

    var payload: (any Encodable)? {
        switch self {
        case .interpret(let interpreting): interpreting
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .interpret(let interpreting): try decision.interpret(interpreting)
        }
    }
}

extension Decision {
    func interpret(_ wish: ValueInterpreting) throws(Refusal) -> [SessionEvent] {
        try checkText(wish.valueId, "valueId", upTo: SessionLimits.idBytes)
        try checkText(wish.text, "text", upTo: SessionLimits.noteBytes, required: false)
        let now = state.interpretations[wish.valueId] ?? ""
        guard wish.text != now else { return [] }
        guard wish.before == now else { throw Refusal(.interpretationHasChanged) }
        guard state.interpretations[wish.valueId] != nil || state.interpretations.count < SessionLimits.values
        else { throw Refusal(.tooManyItems) }
        return [.values(.interpreted(ValueInterpretation(valueId: wish.valueId, text: wish.text)))]
    }
}
