import Facilitation
import Rooms
import Storage
import Transport

/// Which connections came in by which token, so that a token that has lost its power loses its connections too.
@ServiceLoop
final class SocketRegistry {
    /// A connection and what it was let in as.
    struct Seat {
        let connection: any Peer
        let tokenHash: [UInt8]
        let sessionID: String
        let weekID: String
        let role: Role
    }

    private var seats: [UInt64: Seat] = [:]
    /// Grows with each revocation. Who was looked up before the last one has to be looked up again.
    private(set) var revocations = 0

    func add(_ seat: Seat) { seats[seat.connection.id] = seat }

    func remove(_ connection: any Peer) { seats[connection.id] = nil }

    /// Closes every connection that came in with this token.
    func closeAll(tokenHash: [UInt8]) {
        for seat in seats.values where seat.tokenHash == tokenHash {
            seat.connection.close(code: CloseCode.unauthorized, reason: "signed out")
        }
    }

    /// Something a token was given has been taken back, and the database knows it.
    ///
    /// - Throws: `StorageError`; then nothing was closed, and the next regular review has to do it.
    func revoked(tokenHash: [UInt8], in storage: any Storage, now: Int64) async throws {
        revocations += 1
        try await review(seats.values.filter { $0.tokenHash == tokenHash }, storage, now)
    }

    /// Closes the connections of tokens that hold no more, or no longer what the connection was let in as, because it
    /// was revoked or ran out.
    ///
    /// - Throws: `StorageError`; then nothing was closed.
    func review(_ storage: any Storage, now: Int64) async throws {
        try await review(Array(seats.values), storage, now)
    }

    private func review(_ seats: [Seat], _ storage: any Storage, _ now: Int64) async throws {
        let hashes = Set(seats.map(\.tokenHash))
        guard !hashes.isEmpty else { return }
        let principals = try await storage.read { reader in
            var principals: [[UInt8]: Principal] = [:]
            for hash in hashes {
                let grants = try reader.grants(tokenHash: hash).filter { $0.isValid(at: now) }
                if !grants.isEmpty { principals[hash] = Principal(tokenHash: hash, grants: grants) }
            }
            return principals
        }
        for seat in seats { seat.review(principals[seat.tokenHash]) }
    }
}

extension SocketRegistry.Seat {
    /// The same codes as at the handshake. Who may still be here as somebody else comes back as that.
    @ServiceLoop
    fileprivate func review(_ principal: Principal?) {
        guard let principal else { return connection.close(code: CloseCode.unauthorized, reason: "signed out") }
        switch principal.role(inSession: sessionID, ofWeek: weekID) {
        case role: break
        case nil: connection.close(code: CloseCode.notFound, reason: "not found")
        default: connection.close(code: CloseCode.overloaded, reason: "connect again")
        }
    }
}
