import Rooms
import Storage
import Transport

/// Which connections belong to which token, so that a token that has lost its power loses its connections too.
@ServiceLoop
final class SocketRegistry {
    private var connections: [[UInt8]: [UInt64: any Peer]] = [:]
    private var tokens: [UInt64: [UInt8]] = [:]

    func add(_ connection: any Peer, tokenHash: [UInt8]) {
        tokens[connection.id] = tokenHash
        connections[tokenHash, default: [:]][connection.id] = connection
    }

    func remove(_ connection: any Peer) {
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

    /// Closes the connections of tokens of which nothing holds any more, because it was revoked or ran out.
    ///
    /// - Throws: `StorageError`; then nothing was closed.
    func closeExpired(_ storage: any Storage, now: Int64) async throws {
        let hashes = Array(connections.keys)
        guard !hashes.isEmpty else { return }
        let expired = try await storage.read { reader in
            try hashes.filter { hash in try !reader.grants(tokenHash: hash).contains { $0.isValid(at: now) } }
        }
        for hash in expired { closeAll(tokenHash: hash) }
    }
}
