import Application
import Rooms
import Transport

/// A page's connection to a session: who it is, then commands in and events out.
@ServiceLoop
final class SessionSocket: WebSocketHandler {
    private enum Phase {
        case admitting(waiting: [String])
        case joined(SessionRoom)
        case over
    }

    private let admission: SocketAdmission
    private let sessionID: String
    private let after: Int64
    private let wantsState: Bool
    private var phase = Phase.admitting(waiting: [])
    private var openedAt: ContinuousClock.Instant?

    init(admission: SocketAdmission, sessionID: String, query: [String: String]) {
        self.admission = admission
        self.sessionID = sessionID
        after = query["after"].flatMap { Int64($0) } ?? 0
        wantsState = query["state"] == "1"
    }

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

    func drained(_ connection: WebSocketConnection) {
        if case .joined(let session) = phase { session.drained(connection.id) }
    }

    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause) {
        if case .joined(let session) = phase { session.leave(connection.id) }
        phase = .over
        admission.registry.remove(connection)
        admission.noteEnd(of: connection, in: "session", since: openedAt, code: code, cause: cause)
    }
}
