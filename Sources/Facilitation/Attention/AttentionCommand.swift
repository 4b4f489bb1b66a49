package enum AttentionCommand: CommandArea {
    case call(Call)
    case release
    case say(Announcement)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .callTogether: self = .call(try Call(from: decoder))
        case .release: self = .release
        case .sayToAll: self = .say(try Announcement(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionCommand.Kind {
        switch self {
        case .call: .callTogether
        case .release: .release
        case .say: .sayToAll
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .call(let call): call
        case .release: nil
        case .say(let announcement): announcement
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .call(let call):
            if let modelID = call.modelId { _ = try decision.model(modelID) }
            return decision.state.call == call ? [] : [.attention(.called(call))]
        case .release: return decision.state.call == nil ? [] : [.attention(.released)]
        case .say(let announcement):
            try decision.checkText(announcement.text, "text", upTo: SessionLimits.noteBytes, required: false)
            return decision.state.announcement == announcement ? [] : [.attention(.said(announcement))]
        }
    }
}
