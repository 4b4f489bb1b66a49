package import Transport

/// Somebody connected to a room, seen from the room: a place to send to and a way to hang up.
///
/// Rooms know connections only as peers, so that a test can stand in for a socket.
@ServiceLoop
package protocol Peer: AnyObject {
    /// Unique for as long as the process lives.
    var id: UInt64 { get }

    /// Bytes queued for it and not yet handed to the system.
    var queuedBytes: Int { get }

    /// Whether the process may hold one more large message, for whomever.
    var hasMemory: Bool { get }

    /// Queues `message`; never waits. A peer that cannot keep up is closed by the transport.
    func send(_ message: OutboundMessage)

    /// Begins the closing handshake (RFC 6455 section 7).
    func close(code: UInt16, reason: String)
}

extension WebSocketConnection: Peer {}
