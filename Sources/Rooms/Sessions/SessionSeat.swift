import Facilitation
import Transport

/// One connection in a session room: who it is, and where to send.
@ServiceLoop
final class SessionSeat {
    let peer: any Peer
    let actor: Actor
    /// Commands of this connection that wait for the database.
    var commandsUnderWay = 0
    /// When this connection last reacted.
    var reactedAt: ContinuousClock.Instant?
    /// Whether the past has been replayed; until then live messages would arrive out of order.
    var isCaughtUp = false

    init(peer: any Peer, actor: Actor) {
        self.peer = peer
        self.actor = actor
    }
}
