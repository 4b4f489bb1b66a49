/// A WebSocket the handler accepted whose handshake libwebsockets is still writing.
struct PendingUpgrade {
    let handler: any WebSocketHandler
    let remoteAddress: String
}
