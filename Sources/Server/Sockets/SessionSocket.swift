import Application
import Rooms
import Transport

/// A page's connection to a session: it is identified and admitted, then commands come in and events go out, one JSON
/// text a message. What arrives before admission waits within a bound, as in ``DocumentSocket``.
@ServiceLoop
final class SessionSocket: WebSocketHandler {
    /// Goes once from admitting to joined, or to over.
    private enum Phase {
        case admitting(waiting: [String])
        case joined(SessionRoom)
        case over
    }

    private let admission: SocketAdmission
    private let sessionID: String
    /// The last sequence number that the page has seen; 0 for one that has nothing.
    private let after: Int64
    /// Whether the page understands a whole state in the place of many events.
    private let wantsState: Bool
    private var phase = Phase.admitting(waiting: [])
    private var openedAt: ContinuousClock.Instant?

    init(admission: SocketAdmission, sessionID: String, query: [String: String]) {
        self.admission = admission
        self.sessionID = sessionID
        after = query["after"].flatMap { Int64($0) } ?? 0
        wantsState = query["state"] == "1"
    }

    /// Called after the handshake; admission reads the database.
    func opened(_ connection: WebSocketConnection) {
        openedAt = .now
        Task { @ServiceLoop in
            do {
                let (admitted, session) = try await admission.admit(
                    to: { try await admission.find(session: sessionID) }, opening: { $0.session })
                guard case .admitting(let waiting) = phase else { return }
                phase = .joined(session)
                admission.register(connection, admitted)
                session.join(
                    connection, as: admitted.actor, token: admitted.principal.personHash, after: after,
                    wantsState: wantsState)
                for text in waiting { session.receive(text, from: connection.id) }
            } catch {
                phase = .over
                admission.close(connection, for: error)
            }
        }
    }

    /// Text only (RFC 6455 section 5.6); bytes that are no UTF-8 close the connection.
    func received(_ message: [UInt8], isText: Bool, on connection: WebSocketConnection) {
        guard isText, let text = String(validating: message, as: UTF8.self) else {
            return connection.close(code: CloseCode.invalidPayload, reason: "text messages only")
        }
        switch phase {
        case .admitting(var waiting):
            guard admission.mayWait(waiting.map(\.utf8.count), and: message.count) else {
                phase = .over
                return connection.close(code: CloseCode.overloaded, reason: "too much before admission")
            }
            waiting.append(text)
            phase = .admitting(waiting: waiting)
        case .joined(let session): session.receive(text, from: connection.id)
        case .over: break
        }
    }

    /// The connection's queue is empty again: the room goes on with what it held back.
    func drained(_ connection: WebSocketConnection) {
        if case .joined(let session) = phase { session.drained(connection.id) }
    }

    /// Called exactly once, also for a connection that was never admitted.
    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause) {
        if case .joined(let session) = phase { session.leave(connection.id) }
        phase = .over
        admission.registry.remove(connection)
        admission.noteEnd(of: connection, in: "session", since: openedAt, code: code, cause: cause)
    }
}
