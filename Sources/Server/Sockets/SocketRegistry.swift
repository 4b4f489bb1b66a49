import Application
import Facilitation
import Rooms
import Storage
import Transport

/// The connections by the token they came in with, so that revoking a token closes its connections.
@ServiceLoop
final class SocketRegistry {
    /// A connection and what it was let in as.
    struct Seat {
        let connection: any Peer
        let tokenHash: [UInt8]
        /// Of the link that the token's browser came in by.
        var linkHash: [UInt8]?
        let sessionID: String
        let weekID: String
        let role: Role
    }

    /// By the connection's identifier.
    private var seats: [UInt64: Seat] = [:]
    /// Grows with each revocation. A client that was looked up before the last one has to be looked up again.
    private(set) var revocations = 0

    func add(_ seat: Seat) { seats[seat.connection.id] = seat }

    func remove(_ connection: any Peer) { seats[connection.id] = nil }

    /// Closes every connection that came in with this token.
    func closeAll(tokenHash: [UInt8]) {
        for seat in seats.values where seat.tokenHash == tokenHash {
            seat.connection.close(code: CloseCode.unauthorized, reason: "signed out")
        }
    }

    /// Closes every connection of the browsers that came in by a link.
    func closeAll(linkHash: [UInt8]) {
        for seat in seats.values where seat.linkHash == linkHash {
            seat.connection.close(code: CloseCode.unauthorized, reason: "signed out")
        }
    }

    /// Closes what somebody came to a session with, to come back as who they are now.
    func reseat(tokenHash: [UInt8], inSession sessionID: String) {
        revocations += 1
        for seat in seats.values where seat.isOf(tokenHash) && seat.sessionID == sessionID {
            seat.connection.close(code: CloseCode.overloaded, reason: "connect again")
        }
    }

    /// Somebody signed out, and the database knows it: whoever is being admitted must be looked up again.
    func signedOut() { revocations += 1 }

    /// One of a token's grants has been revoked, and the database knows it: closes the connections that it let in.
    ///
    /// - Throws: `StorageError`; then nothing was closed, and the next regular review has to do it.
    func revoked(tokenHash: [UInt8], in storage: any Storage, now: Int64) async throws {
        revocations += 1
        try await review(seats.values.filter { $0.isOf(tokenHash) }, storage, now)
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
                principals[hash] = try Principal.find(hash, in: reader, at: now)
            }
            return principals
        }
        for seat in seats { seat.review(principals[seat.tokenHash]) }
    }
}

extension SocketRegistry.Seat {
    /// Whether it came in with a token, or in a browser that came in by it.
    fileprivate func isOf(_ hash: [UInt8]) -> Bool { tokenHash == hash || linkHash == hash }

    /// Closes the connection where its principal is gone or has another role by now, with the same codes as at
    /// admission: a client whose role has changed connects again and is admitted with the new one.
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
