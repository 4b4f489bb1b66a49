package enum LobbyEvent: EventArea {
    case set(Lobby)

    init?(_ kind: SessionEvent.Kind, from decoder: any Decoder) throws {
        guard kind == .lobbySet else { return nil }
        self = .set(try Lobby(from: decoder))
    }

    package var kind: SessionEvent.Kind { .lobbySet }

    var payload: (any Encodable)? {
        switch self {
        case .set(let lobby): lobby
        }
    }

    func apply(to state: inout SessionState, at: Int64) {
        switch self {
        case .set(let lobby): state.lobby = lobby
        }
    }
}
