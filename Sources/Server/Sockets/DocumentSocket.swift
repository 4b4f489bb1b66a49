import Application
import Facilitation
import Rooms
import Storage
import Transport

/// A page's or a Yjs client's connection to one document: it is identified, admitted to the room, and its messages are
/// passed on.
///
/// The handshake cannot wait for the database, so it is accepted first; what arrives before the person is known
/// waits here, within a bound, and reaches nothing.
@ServiceLoop
final class DocumentSocket: WebSocketHandler {
    /// Goes once from admitting to joined, or to over; what arrives after that is dropped.
    private enum Phase {
        case admitting(waiting: [[UInt8]])
        case joined(DocumentRoom)
        case over
    }

    private let admission: SocketAdmission
    private let modelID: String
    /// Whether the client understands message type 4 (saved), which Yjs's own clients do not.
    private let wantsSaved: Bool
    private let wantsAcknowledged: Bool
    private var phase = Phase.admitting(waiting: [])
    private var openedAt: ContinuousClock.Instant?

    init(admission: SocketAdmission, modelID: String, query: [String: String]) {
        self.admission = admission
        self.modelID = modelID
        wantsSaved = query["saved"] == "1"
        wantsAcknowledged = query["acknowledge"] == "1"
    }

    /// Called after the handshake. Admission reads the database, so the connection may be gone when it is done.
    func opened(_ connection: WebSocketConnection) {
        openedAt = .now
        Task { @ServiceLoop in
            do {
                let (admitted, room) = try await admission.admit(
                    to: { try await admission.find(model: modelID) },
                    opening: { _ in try await admission.rooms.document(modelID) })
                guard case .admitting(let waiting) = phase else { return }
                // It may have been deleted between the look-up and now.
                guard admitted.session.hasModel(modelID) else { throw RoomError.unknown(modelID) }
                phase = .joined(room)
                admission.register(connection, admitted)
                room.join(connection, access: access(of: admitted))
                for message in waiting { room.receive(message, from: connection.id) }
            } catch {
                phase = .over
                admission.close(connection, for: error)
            }
        }
    }

    /// What the room has to know of the person: nothing of it changes while the connection lasts.
    private func access(of admitted: SocketAdmission.Admitted) -> DocumentAccess {
        let actor = admitted.actor
        let person = admitted.principal.personHash
        let name = admitted.session.participants.first { $0.id == actor.participantID }?.displayName
        return DocumentAccess(
            canWrite: Set<Role>.workers.contains(actor.role), wantsSaved: wantsSaved,
            wantsAcknowledged: wantsAcknowledged, person: person, party: actor.party?.id,
            presented: PresentedPerson(
                role: admitted.role, name: name, participantID: actor.participantID, party: actor.party?.id),
            budget: admission.rooms.budget(of: person, inSession: admitted.session.id))
    }

    /// Whole messages, in order, on the loop.
    func received(_ message: [UInt8], isText: Bool, on connection: WebSocketConnection) {
        switch phase {
        case .admitting(var waiting):
            guard admission.mayWait(waiting.map(\.count), and: message.count) else {
                phase = .over
                return connection.close(code: CloseCode.overloaded, reason: "too much before admission")
            }
            waiting.append(message)
            phase = .admitting(waiting: waiting)
        case .joined(let room):
            guard !isText else {
                return connection.close(code: CloseCode.invalidPayload, reason: "binary messages only")
            }
            room.receive(message, from: connection.id)
        case .over: break
        }
    }

    /// The connection's queue is empty again: the room catches a slow reader up.
    func drained(_ connection: WebSocketConnection) {
        if case .joined(let room) = phase { room.drained(connection.id) }
    }

    /// Called exactly once, also for a connection that was never admitted.
    func closed(_ connection: WebSocketConnection, code: UInt16?, cause: CloseCause) {
        if case .joined(let room) = phase { room.leave(connection.id) }
        phase = .over
        admission.registry.remove(connection)
        admission.noteEnd(of: connection, in: "document", since: openedAt, code: code, cause: cause)
    }
}
