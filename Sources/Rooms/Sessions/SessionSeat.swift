import Facilitation
import Transport

/// One connection in a session room: who it is, and where to send.
@ServiceLoop
final class SessionSeat {
    let peer: any Peer
    let actor: Actor
    /// Whose budget its commands are taken from.
    let person: SessionPerson
    /// Everything it sends, pings and what is refused too: whoever sends on and on is hung up on.
    var messages: TokenBucket
    /// Commands of this connection that wait for the database.
    var commandsUnderWay = 0
    /// The state on its way to it.
    var delivery: StateDelivery?
    /// Whether it waits for the state to be encoded.
    var awaitsState = false
    /// Whether the past has been told; until then live messages would arrive out of order.
    var isCaughtUp = false

    init(peer: any Peer, actor: Actor, person: SessionPerson, messages: TokenBucket) {
        self.peer = peer
        self.actor = actor
        self.person = person
        self.messages = messages
    }
}
