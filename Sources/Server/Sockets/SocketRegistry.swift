import Rooms
import Transport

/// Which connections belong to which token, so that revoking a token closes them at once.
@ServiceLoop
final class SocketRegistry {
    private var connections: [[UInt8]: [UInt64: WebSocketConnection]] = [:]
    private var tokens: [UInt64: [UInt8]] = [:]

    func add(_ connection: WebSocketConnection, tokenHash: [UInt8]) {
        tokens[connection.id] = tokenHash
        connections[tokenHash, default: [:]][connection.id] = connection
    }

    func remove(_ connection: WebSocketConnection) {
        guard let tokenHash = tokens.removeValue(forKey: connection.id) else { return }
        connections[tokenHash]?[connection.id] = nil
        if connections[tokenHash]?.isEmpty == true { connections[tokenHash] = nil }
    }

    /// Closes every connection that came in with this token.
    func closeAll(tokenHash: [UInt8]) {
        for connection in (connections[tokenHash] ?? [:]).values {
            connection.close(code: CloseCode.unauthorized, reason: "signed out")
        }
    }
}
