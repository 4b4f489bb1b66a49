import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Taking part with a code: no account, only a name, a unit and a function.
extension Services {
    private struct Party: Encodable {
        let id, name: String
    }

    private struct Invitation: Encodable {
        let sessionId, title, weekTitle, date: String
        /// When the name of who joins today is deleted.
        let nameDeletedOn: String
        let lobby: Lobby.Mode
        let units, externalParties: [Party]
    }

    private struct JoinBody: Decodable {
        let joinCode, displayName, function: String
        let unitId, externalId, passphrase: String?
    }

    /// Somebody who has to be let in; the token opens nothing before that.
    private struct Knocked: Encodable {
        let token, knockId, sessionId: String
    }

    private struct Joined: Encodable {
        let token, participantId, sessionId: String
        let role: Role
    }

    func joinRoutes() -> [Route] {
        [
            Route(
                .get, "/join/{joinCode}", for: .anybody, "What a code leads to, for the form that asks who you are.",
                ExchangeDescription(
                    response: Schema.object([
                        "sessionId": Schema.string, "title": Schema.string, "weekTitle": Schema.string,
                        "date": Schema.string, "nameDeletedOn": Schema.string, "lobby": Schema.oneOf(["open", "passphrase", "approval"]),
                        "units": Schema.array(of: Schema.anyObject),
                        "externalParties": Schema.array(of: Schema.anyObject),
                    ]))
            ) { try await self.invitation($0) },
            Route(
                .post, "/join", for: .anybody,
                "Take part in a session. Where those who lead let each person in: 202 and the knock to ask after.",
                ExchangeDescription(
                    request: Schema.object(
                        ["joinCode": Schema.string, "displayName": Schema.string, "function": Schema.string],
                        optional: [
                            "unitId": Schema.string, "externalId": Schema.string, "passphrase": Schema.string,
                        ]),
                    status: 201,
                    response: Schema.object([
                        "token": Schema.string, "participantId": Schema.string, "sessionId": Schema.string,
                        "role": Schema.string,
                    ]))
            ) { try await self.join($0) },
        ]
    }

    private func invitation(_ context: RequestContext) async throws -> Response {
        let (session, week) = try await sessionAndWeek(code: context.parameter("joinCode"), context)
        let planned = week.sessions.first { $0.id == session.id }
        let lobby = try await house.session(session.id).state.lobby
        return try .json(
            Invitation(
                sessionId: session.id, title: planned?.title ?? "", weekTitle: week.title,
                date: planned?.date?.iso ?? "",
                nameDeletedOn: week.nameDeleted(
                    inSession: planned, joined: WallClock.date(timing.now), made: WallClock.date(session.createdAt)).iso,
                lobby: lobby.mode,
                units: week.units.map { Party(id: $0.id, name: $0.name) },
                externalParties: week.externalParties.map { Party(id: $0.id, name: $0.name) }))
    }

    /// One answer for a code that is malformed, unknown or expired.
    private func sessionAndWeek(
        code written: String, _ context: RequestContext
    ) async throws -> (SessionRecord, Week) {
        let address = context.message.remoteAddress
        guard failures.allows(address, now: timing.instant) else { throw Problem.tooManyRequests }
        let now = timing.now
        var found: SessionRecord?
        if let code = JoinCode.normalize(written) {
            found = try await storage.read { try $0.session(joinCode: code) }
        }
        // Asked again after the wait: of many guesses sent at once only as many count as the limit lets through.
        guard failures.allows(address, now: timing.instant) else { throw Problem.tooManyRequests }
        guard let found, found.joinCodeExpiresAt.map({ $0 > now }) ?? true else {
            failures.noteFailure(address, now: timing.instant)
            throw Problem(
                .notFound, "unknown-code", "Koden gælder ikke. Se efter på skærmen eller spørg den, der faciliterer.",
                en: "The code is not valid. Check the screen or ask the facilitator.")
        }
        return (found, try await weeks.week(found.weekID))
    }

    private func join(_ context: RequestContext) async throws -> Response {
        let body = try context.body(JoinBody.self)
        let (record, week) = try await sessionAndWeek(code: body.joinCode, context)
        let person = try participant(body, sessionID: record.id, week: week)
        let session = try await house.session(record.id)
        guard session.state.lobby.isOpened(by: body.passphrase) else {
            failures.noteFailure(context.message.remoteAddress, now: timing.instant)
            throw Problem(
                .forbidden, "passphrase", "Ordet passer ikke. Spørg den, der faciliterer.",
                en: "That is not the word. Ask the facilitator.")
        }
        // A browser keeps one token; what it may do accumulates on it.
        let token: String
        if case .cookie(let known) = context.credential, context.principal != nil {
            token = known
        } else {
            token = Token.make()
        }
        let grant = GrantRecord(
            tokenHash: Token.hash(token), role: .participant, weekID: record.weekID, sessionID: record.id,
            unitID: person.unitID, participantID: person.id, createdAt: timing.now)
        let isKnown = context.principal?.role(inSession: record.id, ofWeek: record.weekID) != nil
        if session.state.lobby.mode == .approval && !isKnown {
            let knock = try knock(person, grant: grant, at: session)
            return try .json(
                Knocked(token: token, knockId: knock, sessionId: record.id), status: .accepted,
                cookie: Cookie.set(token: token, secure: isSecure))
        }
        do {
            try await session.admit(person, role: .participant) { try $0.insertGrant(grant) }
        } catch let refusal as Refusal {
            throw Problem(refusal)
        }
        return try .json(
            Joined(token: token, participantId: person.id, sessionId: record.id, role: .participant),
            status: .created, cookie: Cookie.set(token: token, secure: isSecure))
    }

    private func participant(_ body: JoinBody, sessionID: String, week: Week) throws -> ParticipantRecord {
        var faults: [ImportFault] = []
        let name = words(body.displayName, path: "$.displayName", into: &faults)
        let function = words(body.function, path: "$.function", into: &faults)
        switch (body.unitId, body.externalId) {
        case (let unit?, nil) where week.units.contains { $0.id == unit }: break
        case (nil, let external?) where week.externalParties.contains { $0.id == external }: break
        default:
            faults.append(
                ImportFault(
                    path: "$.unitId",
                    message: LocalizedText(
                        da: "Vælg en af ugens enheder eller eksterne parter.",
                        en: "Choose one of the week's units or external parties.")))
        }
        guard faults.isEmpty else { throw Problem.unprocessable(faults) }
        return ParticipantRecord(
            id: "p-" + Identifier.make(), sessionID: sessionID, displayName: name, unitID: body.unitId,
            externalID: body.externalId, function: function, joinedAt: timing.now)
    }

    private func words(_ text: String, path: String, into faults: inout [ImportFault]) -> String {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if trimmed.isEmpty || trimmed.count > 80 || trimmed.utf8.count > 320 {
            faults.append(
                ImportFault(
                    path: path,
                    message: LocalizedText(
                        da: "Skriv mellem 1 og 80 tegn.", en: "Write between 1 and 80 characters.")))
        }
        return trimmed
    }
}
