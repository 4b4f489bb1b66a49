@testable import Facilitation
import Testing

struct LobbyTests {
    @Test func `a passphrase opens however it is spaced and capitalised, and nothing else does`() {
        let lobby = Lobby(mode: .passphrase, passphrase: "Blå bog")
        for word in ["blå bog", "  BLÅ   BOG ", "Blå bog"] { #expect(lobby.isOpened(by: word)) }
        for word in ["blåbog", "bog", "", nil] { #expect(!lobby.isOpened(by: word)) }
        #expect(Lobby(mode: .open).isOpened(by: nil))
    }

    @Test func `a passphrase is a word, and is forgotten when the door is open again`() {
        var bench = Bench()
        #expect(bench.refusal(of: SetLobby(Lobby(mode: .passphrase))) == .textMissing)
        #expect(bench.refusal(of: SetLobby(Lobby(mode: .passphrase, passphrase: " "))) == .textMissing)
        bench.send(SetLobby(Lobby(mode: .passphrase, passphrase: "ord")))
        bench.send(SetLobby(Lobby(mode: .open, passphrase: "ord")))
        #expect(bench.state.lobby == Lobby(mode: .open))
    }

    @Test func `the passphrase is told to those who lead and to nobody else`() {
        let event = SessionEvent(LobbySet(Lobby(mode: .passphrase, passphrase: "ord")))
        #expect(event.owner != nil)
        #expect(event.shown(to: .leading) == event)
        #expect(event.shown(to: .others) == SessionEvent(LobbySet(Lobby(mode: .passphrase))))
    }
}
