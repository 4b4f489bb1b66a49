import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Taking part with a code: no account, only a name, a unit and a function.
@ServiceLoop
final class JoinRoutes: Resource {
    private let rooms: RoomRegistry
    private let weeks: WeekRepository
    private let storage: any Storage
    private let creation: CreationLimits
    private let address: PublicAddress
    private let timing: any LoopTiming
    /// Counts wrong codes, whichever of the two routes they come by.
    private let guesses: GuessGate
    /// Counts wrong words at the door of sessions that ask for one.
    private var wordGuesses: WordGuesses
    /// New participants of each network.
    private var joins: ClientBuckets

    init(
        rooms: RoomRegistry, weeks: WeekRepository, storage: any Storage, address: PublicAddress,
        timing: any LoopTiming, limits: ServerLimits
    ) {
        self.rooms = rooms
        self.weeks = weeks
        self.storage = storage
        creation = limits.creation
        self.address = address
        self.timing = timing
        guesses = GuessGate(limits: limits.access, timing: timing)
        wordGuesses = WordGuesses(limits: limits.access)
        joins = ClientBuckets(
            limits.access.joinsPerAddress, perSecond: Double(limits.access.joinsPerAddress) / 3_600,
            most: limits.access.addresses)
    }

    /// A unit or an external party of the week: what somebody may come for.
    private struct Party: Codable, SchemaNaming {
        static let schemaName = "JoinParty"

        let id, name: String
    }

    private struct Invitation: Codable {
        let sessionId, title, weekTitle, date: String
        /// When the name of who joins today is deleted.
        let nameDeletedOn: String
        let lobby: Lobby.Mode
        let units, externalParties: [Party]
        /// The participant that this browser already is in the session.
        let me: Me?
    }

    private struct Me: Codable, SchemaNaming {
        static let schemaName = "JoinMe"

        let participantId, displayName, function: String
        let unitId, externalId: String?
    }

    /// The form. Either `unitId` or `externalId`; `passphrase` only where the lobby asks for a word.
    private struct JoinBody: Decodable {
        let joinCode, displayName, function: String
        let unitId, externalId, passphrase: String?
    }

    /// Somebody who has to be let in; the token opens nothing before that.
    private struct Knocked: Codable {
        let token, knockId, sessionId: String
    }

    private struct Joined: Codable {
        let token, participantId, sessionId: String
        let role: Role
        /// Whether this browser was in the session before, as this participant.
        let isReturning: Bool
    }

    var routes: [Route] {
        [
            Route(
                .get, "/join/{joinCode}", for: .anybody, "What a code leads to, for the form that asks who you are.",
                ExchangeDescription(response: Schema.of(Invitation.self))
            ) { try await self.invitation($0) },
            Route(
                .post, "/join", for: .anybody,
                "Take part in a session. Where those who lead let each person in: 202 and the knock to ask after.",
                ExchangeDescription(
                    request: Schema.of(JoinBody.self), status: 201, response: Schema.of(Joined.self)
                ).or(202, Schema.of(Knocked.self))
            ) { try await self.join($0) },
        ]
    }

    /// Reads only, and shows nothing of the session but what is printed beside its code.
    private func invitation(_ context: RequestContext) async throws -> Response {
        let (session, week) = try await sessionAndWeek(code: context.parameter(.joinCode), context)
        let planned = week.sessions.first { $0.id == session.id }
        let room = try await rooms.session(session.id)
        let here = context.principal?.participation(in: session.id)?.participantID
        let me = room.participants.first { $0.id == here }
        return try .json(
            Invitation(
                sessionId: session.id, title: planned?.title ?? "", weekTitle: week.title,
                date: planned?.date?.iso ?? "",
                nameDeletedOn: week.nameDeleted(
                    inSession: planned, joined: WallClock.date(timing.now), made: WallClock.date(session.createdAt)
                ).iso,
                lobby: room.state.lobby.mode,
                units: week.units.map { Party(id: $0.id, name: $0.name) },
                externalParties: week.externalParties.map { Party(id: $0.id, name: $0.name) },
                me: me.map { person in
                    Me(
                        participantId: person.id, displayName: person.displayName, function: person.function,
                        unitId: person.unitID, externalId: person.externalID)
                }))
    }

    /// One answer for a code that is malformed, unknown or expired.
    private func sessionAndWeek(
        code written: String, _ context: RequestContext
    ) async throws -> (SessionRecord, Week) {
        guard let found = try await session(code: written, from: context.message.remoteAddress) else {
            throw Problem(
                .notFound, "unknown-code", "Koden gælder ikke. Se efter på skærmen, eller spørg facilitatoren.",
                en: "The code is not valid. Check the screen or ask the facilitator.")
        }
        return (found, try await weeks.outline(found.weekID))
    }

    /// - Throws: `Problem` 429 when nothing was found and too much was wrong before, or too many wait.
    private func session(code written: String, from address: String) async throws -> SessionRecord? {
        let guess = try await guesses.enter(address)
        // What could not be looked up was no guess.
        var isRight = true
        defer { guesses.settle(guess, isRight: isRight) }
        var found: SessionRecord?
        if let code = JoinCode.normalize(written) {
            found = try await storage.read { try $0.session(joinCode: code) }
        }
        let now = timing.now
        if let found, found.joinCodeExpiresAt.map({ $0 > now }) ?? true { return found }
        isRight = false
        guard !guess.isSlow else { throw Problem.tooManyGuesses }
        return nil
    }

    /// In this order: the code, the form, the door, then what this browser was before. Each refusal comes before
    /// anything is written, and the participant, their grant and the answer are one transaction.
    private func join(_ context: RequestContext) async throws -> Response {
        let body = try context.body(JoinBody.self)
        let (record, week) = try await sessionAndWeek(code: body.joinCode, context)
        let person = try participant(body, sessionID: record.id, week: week)
        let session = try await rooms.session(record.id)
        let ends = creation.linkEnds(.participant, last: week.lastDay(ofSession: record.id), now: timing.now)
        let isKnown = context.principal?.role(inSession: record.id, ofWeek: record.weekID) != nil
        // From here to what is decided nothing waits: of many words sent at once each is counted before the next is
        // read.
        let mustKnock = try isKnown ? false : mustKnock(at: session, word: body.passphrase, context)
        if let here = context.principal?.participation(in: session.id),
            let known = session.participants.first(where: { $0.id == here.participantID }),
            let token = context.credential?.token
        {
            return try await comeBack(person, as: known, by: here, until: ends, token: token, in: session)
        }
        let token = token(of: context, at: session)
        let grant = GrantRecord(
            tokenHash: Token.hash(token), role: .participant, weekID: record.weekID, sessionID: record.id,
            unitID: person.unitID, participantID: person.id, createdAt: timing.now, expiresAt: ends)
        let network = ClientNetwork(context.message.remoteAddress)
        if mustKnock {
            let knock = try knock(person, grant: grant, from: network, at: session)
            return try .json(
                Knocked(token: token, knockId: knock, sessionId: record.id), status: .accepted,
                cookie: Cookie.set(token: token, secure: address.isSecure))
        }
        guard joins.take(network, at: timing.instant) else { throw Problem.tooManyJoins }
        let answer = try joined(person.id, token: token, in: session)
        // The answer holds the token: with it a press that is sent again gets the same person and no second one.
        PressedOnce.promise?(answer)
        do {
            try await session.admit(person, from: network) { try $0.insertGrant(grant) }
        } catch {
            joins.giveBack(network, at: timing.instant)
            throw error
        }
        return answer
    }

    /// A browser keeps one token; what it may do accumulates on it. One that waits at this door, or was just let in,
    /// holds a token that opens nothing yet, and keeps it too.
    private func token(of context: RequestContext, at session: SessionRoom) -> String {
        guard case .cookie(let known) = context.credential else { return Token.make() }
        let isOurs = context.principal != nil || session.hasKnocked(Token.hash(known))
        return isOurs ? known : Token.make()
    }

    /// 201 with the token in the body, for programs, and in the cookie, for the page.
    private func joined(
        _ participantID: String, token: String, in session: SessionRoom, again isReturning: Bool = false
    ) throws -> Response {
        try .json(
            Joined(
                token: token, participantId: participantID, sessionId: session.id, role: .participant,
                isReturning: isReturning),
            status: .created, cookie: Cookie.set(token: token, secure: address.isSecure))
    }

    /// One browser is one person in a session: who comes by the code again is who they were, with the name, the
    /// function and the unit that they write now.
    private func comeBack(
        _ person: ParticipantRecord, as known: ParticipantRecord, by grant: GrantRecord, until ends: Int64,
        token: String, in session: SessionRoom
    ) async throws -> Response {
        var corrected = person
        (corrected.id, corrected.joinedAt, corrected.role) = (known.id, known.joinedAt, known.role)
        var renewed = grant
        (renewed.unitID, renewed.createdAt, renewed.expiresAt) = (person.unitID, timing.now, ends)
        let now = timing.now
        // A day later is worth writing, a moment later is not.
        let isLater = grant.expiresAt.map { ends >= $0 + 86_400_000 } ?? false
        let isOther = renewed.unitID != grant.unitID || isLater
        try await session.readmit(corrected) { [renewed] writer in
            guard isOther else { return }
            try writer.revokeGrant(grant.id, at: now)
            try writer.insertGrant(renewed)
        }
        return try joined(known.id, token: token, in: session, again: true)
    }

    /// Whether a new participant has to be admitted by a facilitator, by the session's lobby.
    ///
    /// - Throws: `Problem` 403 when the session's word is another.
    private func mustKnock(at session: SessionRoom, word: String?, _ context: RequestContext) throws -> Bool {
        let (lobby, address, now) = (session.state.lobby, context.message.remoteAddress, timing.instant)
        switch lobby.mode {
        case .open: return false
        case .approval: return true
        case .passphrase:
            let right = lobby.passphrase ?? ""
            // Too many were wrong: the right word opens no more either, and a facilitator decides.
            guard wordGuesses.mayTry(right, of: session.id, from: address, now: now) else { return true }
            guard !lobby.isOpened(by: word) else { return false }
            // A form that was sent without a word is no guess.
            if let word, !word.isEmpty { wordGuesses.noteWrong(right, of: session.id, from: address, now: now) }
            throw Problem(
                .forbidden, "passphrase", "Ordet passer ikke. Spørg facilitatoren.",
                en: "That is not the word. Ask the facilitator.")
        }
    }

    /// The participant of the form, with a new identifier.
    ///
    /// - Throws: `Problem` 422 with every field that is wrong.
    private func participant(_ body: JoinBody, sessionID: String, week: Week) throws -> ParticipantRecord {
        var faults = FormFaults()
        let name = faults.line(body.displayName, at: "$.displayName")
        let function = faults.line(body.function, at: "$.function")
        week.checkParty(unitID: body.unitId, externalID: body.externalId, &faults)
        try faults.check()
        return ParticipantRecord(
            id: "p-" + NewID.make(), sessionID: sessionID, displayName: name, unitID: body.unitId,
            externalID: body.externalId, function: function, joinedAt: timing.now)
    }

    /// Puts somebody with the code at the door of a session where facilitators admit each person.
    ///
    /// - Returns: the identifier to ask after: as long as a token, since it is asked for without one.
    /// - Throws: `Problem` 429 where too many wait; 409 where the session has ended.
    private func knock(
        _ person: ParticipantRecord, grant: GrantRecord, from network: ClientNetwork, at session: SessionRoom
    ) throws -> String {
        guard !session.state.isEnded else { throw Problem(Refusal(.sessionEnded)) }
        let knock = Knock(id: Token.make(), participant: person, grant: grant, network: network)
        guard let id = session.knock(knock) else { throw Problem.doorFull }
        return id
    }
}

extension Problem {
    /// 429 with `Retry-After` in seconds.
    private static func slowly(_ kind: String, _ detail: String, en: String, seconds: Int) -> Problem {
        var problem = Problem(.tooManyRequests, kind, detail, en: en)
        problem.headerFields = [HTTPField(name: .retryAfter, value: "\(seconds)")]
        return problem
    }

    /// One network made so many participants that no house has them.
    static let tooManyJoins = slowly(
        "too-many-joins",
        "Der er kommet usædvanligt mange nye deltagere fra dit netværk. Prøv igen om lidt, eller bed "
            + "facilitatoren om et personligt link.",
        en: "Unusually many new participants have come from your network. Try again in a moment, or ask the "
            + "facilitator for a personal link.", seconds: 10)

    /// No room at the door.
    static let doorFull = slowly(
        "door-full",
        "Der venter for mange ved døren lige nu. Prøv igen om lidt, eller sig det til facilitatoren.",
        en: "Too many are waiting at the door right now. Try again in a moment, or tell the facilitator.", seconds: 10)
}

extension Week {
    /// Somebody comes for one of the week's units or external parties, and for one alone.
    func checkParty(unitID: String?, externalID: String?, _ faults: inout FormFaults) {
        let isParty =
            switch (unitID, externalID) {
            case (let unit?, nil): self.unit(unit) != nil
            case (nil, let external?): externalParty(external) != nil
            case (nil, nil), (_?, _?): false
            }
        guard !isParty else { return }
        faults.add(
            "$.unitId", "Vælg en af ugens enheder eller eksterne parter.",
            en: "Choose one of the week's units or external parties.")
    }
}
