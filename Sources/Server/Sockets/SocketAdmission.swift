import Application
import HTTPTypes
import Storage
import Facilitation
import Logging
import Rooms
import Transport

/// Identifies the client of a WebSocket and decides whether the room is open to it; shared by both kinds of socket.
@ServiceLoop
struct SocketAdmission {
    let rooms: RoomRegistry
    let access: AccessControl
    let registry: SocketRegistry
    let credential: AccessControl.Credential?
    let logger: Logger

    /// Somebody who may be in a session.
    struct Admitted {
        let session: SessionRoom
        let actor: Actor
        let principal: Principal

        /// As granted; the actor's says how a leader takes part.
        var role: Role { principal.role(inSession: session.id, ofWeek: session.weekID) ?? actor.role }
    }

    /// The session, and who the person is in it, as of the last revocation: what is opened meanwhile takes time.
    ///
    /// - Parameter open: what else has to be there before the connection may join.
    func admit<Room>(
        to find: () async throws -> Admitted, opening open: (Admitted) async throws -> Room
    ) async throws -> (Admitted, Room) {
        while true {
            let seen = registry.revocations
            let admitted = try await find()
            let room = try await open(admitted)
            if seen == registry.revocations { return (admitted, room) }
        }
    }

    /// The session, and who the person is in it.
    ///
    /// - Throws: `Problem.unauthorized` for an unknown token, `Problem.notFound` for a stranger to the session.
    func find(session sessionID: String) async throws -> Admitted {
        guard let principal = try await access.principal(credential) else { throw Problem.unauthorized }
        let session: SessionRoom
        session = try await rooms.session(sessionID)
        guard let actor = principal.actor(in: session) else { throw Problem.notFound }
        session.arrived(actor.participantID)
        return Admitted(session: session, actor: actor, principal: principal)
    }

    /// The same for the session that owns a model.
    func find(model modelID: String) async throws -> Admitted {
        guard try await access.principal(credential) != nil else { throw Problem.unauthorized }
        let session: SessionRoom
        session = try await rooms.session(ofModel: modelID)
        return try await find(session: session.id)
    }

    /// Registers an admitted connection, so that revoking its token closes it.
    func register(_ connection: WebSocketConnection, _ admitted: Admitted) {
        registry.add(
            SocketRegistry.Seat(
                connection: connection, tokenHash: admitted.principal.tokenHash,
                linkHash: admitted.principal.linkHash, sessionID: admitted.session.id, weekID: admitted.session.weekID,
                role: admitted.role))
    }

    /// One line for each connection that ends: what it was, how long, and why. Nothing about the person. People who go,
    /// and those told that the server stops, are told of at debug level: that is each of them, each time.
    func noteEnd(
        of connection: WebSocketConnection, in kind: String, since opened: ContinuousClock.Instant?, code: UInt16?,
        cause: CloseCause
    ) {
        let seconds = opened.map { $0.duration(to: .now) / .seconds(1) } ?? 0
        var metadata: Logger.Metadata = [
            "connection": "\(connection.id)", "kind": "\(kind)", "cause": "\(cause.rawValue)",
            "seconds": "\((seconds * 10).rounded() / 10)",
        ]
        metadata["code"] = code.map { "\($0)" }
        metadata["reason"] = connection.closeReason.map { "\($0)" }
        logger.log(level: cause.isOrdinary(code: code) ? .debug : .info, "connection ended", metadata: metadata)
    }

    /// Whether one more message may wait for the person behind it to be known.
    func mayWait(_ waiting: [Int], and bytes: Int) -> Bool {
        waiting.count < rooms.limits.backlogMessages && waiting.reduce(bytes, +) <= rooms.limits.backlogBytes
    }

    /// With the close code that the page derives its next step from: sign in, leave, or try again.
    func close(_ connection: WebSocketConnection, for error: any Error) {
        switch error {
        case let problem as Problem where problem.status == .unauthorized:
            connection.close(code: CloseCode.unauthorized, reason: "sign in first")
        case is Problem, RoomError.unknown:
            connection.close(code: CloseCode.notFound, reason: "not found")
        default:
            logger.error("a room could not be opened", metadata: ["reason": "\(error)"])
            connection.close(code: CloseCode.internalError, reason: "internal error")
        }
    }
}

extension CloseCause {
    /// Whether an end is what happens to every connection some time: somebody went (RFC 6455 section 7.4.1), or the
    /// server stops.
    fileprivate func isOrdinary(code: UInt16?) -> Bool {
        switch self {
        case .peer: code.map { [1000, 1001, 1005].contains($0) } ?? true
        case .shutdown: true
        case .server, .slowReader, .tooLarge, .protocolError, .lost: false
        }
    }
}

extension Principal {
    /// The principal as an actor of a session; `nil` for a stranger. A leader of the week takes part as an observer.
    @ServiceLoop
    func actor(in session: SessionRoom) -> Actor? {
        guard let role = role(inSession: session.id, ofWeek: session.weekID) else { return nil }
        let joined = participation(in: session.id).flatMap { grant in
            session.participants.first { $0.id == grant.participantID }
        }
        return Actor(
            role: role == .leader ? .observer : role, participantID: joined?.id, unitID: joined?.unitID,
            externalID: joined?.externalID, function: joined?.function)
    }
}
