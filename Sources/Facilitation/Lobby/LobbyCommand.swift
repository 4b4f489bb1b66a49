package enum LobbyCommand: CommandArea {
    case set(Lobby)

    init?(_ kind: SessionCommand.Kind, from decoder: any Decoder) throws {
        guard kind == .setLobby else { return nil }
        self = .set(try Lobby(from: decoder))
    }

    package var kind: SessionCommand.Kind { .setLobby }

    var payload: (any Encodable)? {
        switch self {
        case .set(let lobby): lobby
        }
    }

    func events(in decision: Decision) throws(Refusal) -> [SessionEvent] {
        switch self {
        case .set(var lobby):
            if lobby.mode == .passphrase {
                try decision.checkText(lobby.passphrase ?? "", "passphrase", upTo: SessionLimits.passphraseBytes)
            } else {
                lobby.passphrase = nil
            }
            return decision.state.lobby == lobby ? [] : [.lobby(.set(lobby))]
        }
    }
}
