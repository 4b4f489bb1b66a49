/// How people get in who have the session's code. Payload of `setLobby` and of `lobbySet`.
package struct Lobby: Sendable, Hashable, Codable {
    package enum Mode: String, Sendable, Hashable, Codable {
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
