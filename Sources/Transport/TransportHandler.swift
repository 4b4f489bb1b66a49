package import HTTPTypes

/// What is served. Called on the service thread, which nothing here may block.
@ServiceLoop
package protocol TransportHandler: AnyObject, Sendable {
    /// A request, its body arrived whole. Answer now or later, once, through `exchange`; until then the client waits,
    /// and no other request of its connection is read.
    func handle(_ request: HTTPRequestMessage, on exchange: HTTPExchange)

    /// How large the body of this request may be, asked when its header lines are there and before any of the body is
    /// kept. May not wait.
    func bodyAllowance(of request: HTTPRequestMessage) -> BodyAllowance

    /// Whether this WebSocket may be opened. libwebsockets cannot wait inside the handshake: where the decision needs
    /// the database, accept and let the handler close with a code of its own (4401) once it knows.
    func upgrade(_ request: HTTPRequestMessage) -> UpgradeDecision
}

/// A request as a handler gets it.
package struct HTTPRequestMessage: Sendable {
    /// Method, path with query, and the header fields libwebsockets knows by name plus those configured.
    ///
    /// The path is normalised: percent-escapes decoded, `//`, `/./` and `/../` resolved (never above the root), then
    /// encoded again so that it can be split at `?`, `&` and `=` without ambiguity. It may carry a token: never log it.
    package var request: HTTPRequest
    /// Whole, at most `TransportLimits.bodyBytes`.
    package var body: [UInt8]
    /// The client's address; what a trusted proxy says it is, where one forwards.
    package var remoteAddress: String

    package init(request: HTTPRequest, body: [UInt8] = [], remoteAddress: String) {
        self.request = request
        self.body = body
        self.remoteAddress = remoteAddress
    }
}

/// The answer to a request for a WebSocket.
package enum UpgradeDecision {
    /// The handler is kept by the connection until it has been told `closed`. If the handshake fails after all (a
    /// client gone, a subprotocol unknown) the handler hears nothing.
    case accept(any WebSocketHandler)
    /// An ordinary HTTP response; the connection closes after it.
    case refuse(HTTPResponse, body: [UInt8] = [])
}

/// One end of an open WebSocket. Called on the service thread, in order: `opened` once, then messages, then `closed`
/// once.
@ServiceLoop
package protocol WebSocketHandler: AnyObject, Sendable {
    /// Messages may be sent from here on. Nothing is received before this returns.
    func opened(_ connection: WebSocketConnection)
    /// A whole message. A text message is valid UTF-8.
    func received(_ message: [UInt8], isText: Bool, on connection: WebSocketConnection)
    /// Everything queued has been handed to the system: the moment to catch a slow reader up.
    func drained(_ connection: WebSocketConnection)
    /// The end. `code` is what the peer sent, or what was sent to it; nil when the connection was lost without one.
    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause)
}

extension WebSocketHandler {
    package func drained(_ connection: WebSocketConnection) {}
}

/// Why a WebSocket ended; the counters and the log use the same words.
package enum CloseCause: String, Sendable, Hashable, CaseIterable {
    /// The peer sent a close frame.
    case peer
    /// The handler closed it.
    case server
    /// The transport shuts down (1012).
    case shutdown
    /// The peer read too slowly for the outbound queue (1013).
    case slowReader
    /// A message larger than allowed (1009), or in too many fragments (1008).
    case tooLarge
    /// A frame that RFC 6455 forbids (1002), or text that is not UTF-8 (1007).
    case protocolError
    /// No close frame: reset, vanished, or hung up after an unanswered ping.
    case lost
}
