package import HTTPTypes

/// The answer to a request for a WebSocket.
package enum UpgradeDecision {
    /// The handler is kept by the connection until it has been told `closed`. If the handshake fails after all (a
    /// client gone, a subprotocol unknown) the handler hears nothing.
    case accept(any WebSocketHandler)
    /// An ordinary HTTP response; the connection closes after it.
    case refuse(HTTPResponse, body: [UInt8] = [])
}
