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
