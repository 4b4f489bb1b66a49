package enum AttentionEvent: EventArea {
    case called(Call)
    case released
    case said(Announcement)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        switch kind {
        case .calledTogether: self = .called(try Call(from: decoder))
        case .released: self = .released
        case .saidToAll: self = .said(try Announcement(from: decoder))
        default: return nil
        }
    }

    package var kind: SessionEvent.Kind {
        switch self {
        case .called: .calledTogether
        case .released: .released
        case .said: .saidToAll
        }
    }

    var payload: (any Encodable)? {
        switch self {
        case .called(let call): call
        case .released: nil
        case .said(let announcement): announcement
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .called(let call): state.call = call
        case .released: state.call = nil
        case .said(let announcement): state.announcement = announcement.text.isEmpty ? nil : announcement
        }
    }
}
