/// How people get in who have the session's code: what ``SetLobby`` asks for, ``LobbySet`` says and the state keeps.
package struct Lobby: Sendable, Hashable, Codable {
    /// What is asked of somebody who has the code.
    package enum Mode: String, Sendable, Hashable, Codable, CaseIterable {
        /// The code is enough.
        case open
        /// The code and a word that is said in the room.
        case passphrase
        /// Those who lead let each person in.
        case approval
    }

    package var mode: Mode
    /// Said aloud and typed on phones: case and spaces around it do not matter. Told to those who lead only.
    package var passphrase: String?

    package init(mode: Mode, passphrase: String? = nil) {
        self.mode = mode
        self.passphrase = passphrase
    }

    /// Whether `word` lets somebody in where a passphrase is asked for.
    package func isOpened(by word: String?) -> Bool {
        guard mode == .passphrase else { return true }
        return word.map(Self.spoken) == passphrase.map(Self.spoken)
    }

    private static func spoken(_ word: String) -> String {
        word.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

/// Sets how people get in. A passphrase is forgotten where none is asked for.
package struct SetLobby: PageCommand, Carrier {
    package static let kind = "setLobby"
    package static let roles = Permissions.leading
    package let content: Lobby

    package init(_ content: Lobby) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        var lobby = content
        if lobby.mode == .passphrase {
            try decision.checkText(lobby.passphrase ?? "", "passphrase", upTo: SessionLimits.passphraseBytes)
        } else {
            lobby.passphrase = nil
        }
        return decision.state.lobby == lobby ? [] : [LobbySet(lobby)]
    }
}

/// People get in otherwise than before. The passphrase is told to those who lead alone.
package struct LobbySet: Event, Carrier {
    package static let kind = "lobbySet"
    package static let isHistory = false
    package static let isTakenWhenFull = false
    package let content: Lobby

    package init(_ content: Lobby) {
        self.content = content
    }

    /// Nobody's own, and yet not for all.
    package var owner: String? { "" }

    package func shown(to audience: Audience) -> LobbySet {
        switch audience {
        case .owner, .leading: self
        case .others: LobbySet(Lobby(mode: content.mode))
        }
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.lobby = content
    }
}
