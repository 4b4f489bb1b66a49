import Logging
package import Facilitation
import Foundation
import Storage
import Transport

extension SessionRoom {
    /// Lets a connection in: a welcome, then what it missed, as events or as the state, then what happens from now on.
    ///
    /// - Parameters:
    ///   - token: the hash of what the connection came in by, for somebody who has not joined.
    ///   - sequence: the last event it saw.
    ///   - wantsState: whether it reads the state instead of many events.
    package func join(
        _ peer: any Peer, as actor: Actor, token: [UInt8]? = nil, after sequence: Int64, wantsState: Bool = false
    ) {
        let messages = TokenBucket(
            capacity: 2 * rooms.limits.commandBurst, perSecond: 2 * rooms.limits.commandsPerSecond,
            now: rooms.timing.instant)
        let seat = SessionSeat(
            peer: peer, actor: actor, person: actor.person(token: token) ?? .connection(peer.id), messages: messages)
        seats[peer.id] = seat
        emptySince = nil
        let you = SessionMessage.You(
            role: actor.role, participantId: actor.participantID, unitId: actor.unitID,
            externalId: actor.externalID, function: actor.function)
        say(.welcome(sequence: state.sequence, now: clock.now, you: you), to: seat)
        came(seat)
        catchUp(seat, after: sequence, wantsState: wantsState)
    }

    /// From here on the connection is told what happens.
    func arrive(_ seat: SessionSeat) {
        seat.isCaughtUp = true
        if !rooms.log.isAccepting { say(.storage(works: false), to: seat) }
        if seat.actor.role.leadsSessions, door.waitingCount > 0 { tellDoor(seat) }
        arrived(seat.actor.participantID)
        tellPresence(seat)
    }

    package func leave(_ connection: UInt64) {
        guard let seat = seats.removeValue(forKey: connection) else { return }
        if seats.isEmpty { emptySince = rooms.timing.instant }
        went(seat)
    }

    /// The number of connections.
    package var count: Int { seats.count }

    /// Handles one text message from a page.
    package func receive(_ text: String, from connection: UInt64) {
        guard let seat = seats[connection] else { return }
        guard seat.messages.take(at: rooms.timing.instant), mayBeRead(text, from: seat.person) else {
            return seat.peer.close(code: CloseCode.tooMany, reason: "too many messages")
        }
        switch SessionRequest(text) {
        case nil: seat.peer.close(code: CloseCode.invalidPayload, reason: "malformed message")
        case .ping: say(.pong(now: clock.now), to: seat)
        case .react(let id, _) where !takeTokens(for: text, from: seat.person): refuse(Refusal(.tooMany), id, to: seat)
        case .command(let id, _) where !takeTokens(for: text, from: seat.person):
            refuse(Refusal(.tooMany), id, to: seat)
        case .react(let id, let reaction?): react(reaction, id: id, from: seat)
        case .react(let id, nil): refuseUnknown(id, to: seat)
        case .command(let id, .failure): refuseUnknown(id, to: seat)
        case .command(let id, .success(let command)): take(command, id: id, from: seat)
        }
    }

    private func take(_ command: any Command, id: String, from seat: SessionSeat) {
        guard seat.commandsUnderWay < rooms.limits.waitingCommands else {
            return refuse(Refusal(.tooMany), id, to: seat)
        }
        seat.commandsUnderWay += 1
        Task { @ServiceLoop in
            defer { seat.commandsUnderWay -= 1 }
            do {
                let sequence = try await performOnce(command, id: id, from: seat)
                say(.accepted(id: id, sequence: sequence), to: seat)
            } catch let refusal as Refusal {
                refuse(refusal, id, to: seat)
            } catch {
                rooms.logger.error("a command was not stored", metadata: ["reason": "\(error)"])
                say(
                    .refused(
                        id: id, code: "storageFailing",
                        reason: "Serveren kan ikke gemme lige nu. Intet er ændret; prøv igen om lidt.",
                        reasonEn: "The server cannot save at the moment. Nothing was changed; try again shortly."),
                    to: seat)
            }
        }
    }

    func refuse(_ refusal: Refusal, _ id: String, to seat: SessionSeat) {
        say(
            .refused(id: id, code: refusal.code.rawValue, reason: refusal.reason, reasonEn: refusal.reasonEn), to: seat)
    }

    private func refuseUnknown(_ id: String, to seat: SessionSeat) {
        say(
            .refused(
                id: id, code: "unknownCommand", reason: "Siden bad om noget, serveren ikke kender. Genindlæs siden.",
                reasonEn: "The page asked for something the server does not know. Reload the page."), to: seat)
    }

    func say(_ message: SessionMessage, to seat: SessionSeat) {
        seat.peer.send(OutboundMessage(text: message.text))
    }

    /// Closes every connection.
    package func closeAll(code: UInt16, reason: String) {
        for seat in seats.values { seat.peer.close(code: code, reason: reason) }
    }
}

extension Actor {
    /// Whose budget this is; nil when neither a participant nor a token says it.
    package func person(token: [UInt8]?) -> SessionPerson? {
        participantID.map(SessionPerson.participant) ?? token.map(SessionPerson.token)
    }
}
