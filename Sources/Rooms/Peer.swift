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

// MARK: What it is told when something of it is not taken

/// The WebSocket status codes the rooms close with: RFC 6455 section 7.4.1, and 44xx from the private range
/// after the HTTP statuses they mirror.
package enum CloseCode {
    /// Invalid frame payload data: the bytes were no message, or no update.
    package static let invalidPayload: UInt16 = 1007
    /// Message too big.
    package static let tooBig: UInt16 = 1009
    /// Internal error.
    package static let internalError: UInt16 = 1011
    /// Service restart: come back soon.
    package static let restart: UInt16 = 1012
    /// Try again later.
    package static let overloaded: UInt16 = 1013
    /// Not signed in, or signed out meanwhile.
    package static let unauthorized: UInt16 = 4401
    /// Sends more than anybody does, also after having been told.
    package static let tooMany: UInt16 = 4429
    /// Unknown, or not for this person: the two are not told apart.
    package static let notFound: UInt16 = 4404
    /// The reason beside ``notFound`` where it was there, and somebody deleted it: pages say so.
    package static let deleted = "deleted"
}

/// Why a message was refused. Every refusal is counted under one of these.
package enum DropReason: String, Sendable, CaseIterable {
    /// The connection may only read.
    case readOnly
    /// The model is locked.
    case locked
    /// The database does not take writes at the moment.
    case storageFailing
    /// The bytes were no message or no valid update.
    case malformed
    /// Larger than the limit for its kind.
    case tooLarge
    /// Sent more often than the limit allows.
    case tooOften
    /// Awareness in the name of somebody else.
    case foreignClient
    /// The model holds as much as it may.
    case modelFull
    /// The session's models together hold as much as they may; the week's.
    case sessionFull
    case weekFull
    /// More client ids that the model does not know than it takes, or than this person may bring.
    case tooManyClients
    /// There are so many people in the model that one more is not shown.
    case presenceFull
}
