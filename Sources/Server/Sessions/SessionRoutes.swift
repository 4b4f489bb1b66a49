import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Sessions: their participants and models, new models, and personal links for facilitators, observers and leaders.
@ServiceLoop
struct SessionRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let models: ModelMaker
    let creation: CreationLimits
    let address: PublicAddress
    let timing: any LoopTiming

    /// The caller in this session; empty for somebody who has a role and has not joined.
    private struct Me: Codable, SchemaNaming {
        static let schemaName = "SessionMe"

        let participantId, unitId, externalId, function, displayName: String?
    }

    /// What the page needs before its connection is up. From `seq` on the connection sends events.
    private struct SessionView: Codable {
        let id, weekId, title: String
        let date, startsAt, endsAt, citizenGroupId: String?
        /// When the names of those who took part are deleted.
        let namesDeletedOn: String
        let phases: [AgendaPhase]
        let role: Role
        let me: Me
        let joinCode, joinUrl: String?
        /// Milliseconds since 1970.
        let joinCodeExpiresAt: Int64?
        let participants: [ShownPerson]
        let models: [ModelView]
        /// What the values mean here.
        let values: [ValueInterpretation]
        let seq: Int64
    }

    /// A new link. Its token is in this answer and nowhere else.
    private struct Invited: Codable {
        let url, token: String
        let grantId: Int64
        /// Milliseconds since 1970.
        let expiresAt: Int64
    }

    private struct InvitationBody: Decodable, SchemaRefining {
        static let refinedMembers = ["role": Schema.oneOf(["facilitator", "observer", "leader"])]

        let role: Role
        let unitId: String?
    }

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}", for: .session(.members), "A session as the caller sees it.",
                ExchangeDescription(response: Schema.of(SessionView.self))
            ) { try await self.sessionView($0) },
            Route(
                .post, "/sessions/{sessionId}/models", for: .session(.facilitators),
                "Begin a collaboration model in a session.",
                ExchangeDescription(
                    request: Schema.object(
                        ["level": Schema.level, "title": Schema.string],
                        optional: ["goalIds": Schema.array(of: Schema.string)]), status: 201,
                    response: Schema.object(["id": Schema.string]))
            ) { try await self.createModel($0) },
            Route(
                .post, "/sessions/{sessionId}/invitations", for: .session(.facilitators),
                "Make a personal link for somebody who facilitates, observes or leads a unit.",
                ExchangeDescription(
                    request: Schema.of(InvitationBody.self), status: 201, response: Schema.of(Invited.self))
            ) { try await self.invite($0) },
        ]
    }

    /// The list of participants is the same for everybody and long, so it is encoded once and put into each answer.
    private func sessionView(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let actor = try context.actor(in: room)
        let week = try await weeks.outline(room.weekID)
        let planned = week.session(room.id)
        let joined = room.participants.first { $0.id == actor.participantID }
        var models: [ModelView] = []
        for model in room.state.models {
            models.append(try await ModelView(of: model.id, in: room, for: actor))
        }
        // Not the room's record: a code may be renewed while the room is open.
        let record = actor.role.leadsSessions ? try await storage.read { try $0.session(room.id) } : nil
        // The room drops it when somebody joins or is corrected.
        let people: SharedList
        if let known = room.peopleForAnswers as? SharedList {
            people = known
        } else {
            people = try SharedList(room.participants.map(ShownPerson.init))
            room.peopleForAnswers = people
        }
        let view = try Response.json(
            SessionView(
                id: room.id, weekId: room.weekID, title: planned?.title ?? "", date: planned?.date?.iso,
                startsAt: planned?.source["startsAt"]?.string, endsAt: planned?.source["endsAt"]?.string,
                citizenGroupId: planned?.citizenGroupId,
                namesDeletedOn: week.namesDeleted(
                    inSession: planned, made: WallClock.date(room.record.createdAt)
                ).iso,
                phases: room.state.agenda, role: actor.role,
                me: Me(
                    participantId: actor.participantID, unitId: actor.unitID, externalId: actor.externalID,
                    function: actor.function, displayName: joined?.displayName),
                joinCode: record?.joinCode, joinUrl: record.map { address.joinURL($0.joinCode) },
                joinCodeExpiresAt: record?.joinCodeExpiresAt,
                participants: [],
                models: models,
                values: room.state.interpretations.sorted { $0.key < $1.key }
                    .map { ValueInterpretation(valueId: $0.key, text: $0.value) },
                seq: room.state.sequence))
        return people.put(
            in: view, as: "participants", accepted: context.message.request.headerFields[.acceptEncoding])
    }

    // MARK: New models

    /// A command like those of the socket, by a route because the model's document is stored in the same transaction.
    private func createModel(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let actor = try context.actor(in: room)
        try context.countCommand(of: actor, in: room)
        let week = try await weeks.outline(room.weekID)
        let id = "m-" + NewID.make()
        guard let planned = week.session(room.id) else { throw Problem.notFound }
        let document = try WeekEdit.newModel(try context.json(), id: id, session: planned, in: week)
        let answer = try Response.json(["id": id], status: .created)
        PressedOnce.promise?(answer)
        try await models.begin(document, in: room, of: week, by: actor)
        return answer
    }

    // MARK: Invitations

    /// A leader's link is for a whole week, the others' for this session.
    private func invite(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let body = try context.body(InvitationBody.self)
        guard [.facilitator, .observer, .leader].contains(body.role) else {
            throw Problem.unprocessable(
                "$.role", "Skal være facilitator, observer eller leader.",
                en: "Must be facilitator, observer or leader.")
        }
        let week = try await weeks.outline(room.weekID)
        if body.role == .leader {
            // With such a link the unit's plan is finished and shown to citizens.
            guard try context.requirePrincipal().isAdministrator else { throw Problem.leaderLinks }
            guard let unit = body.unitId, week.unit(unit) != nil else {
                throw Problem.unprocessable(
                    "$.unitId", "Vælg den enhed, lederen har ansvaret for.", en: "Choose the unit the leader leads.")
            }
        }
        let token = Token.make()
        let ends = creation.linkEnds(body.role, last: week.lastDay(ofSession: room.id), now: timing.now)
        let grant = GrantRecord(
            tokenHash: Token.hash(token), role: body.role, weekID: room.weekID,
            sessionID: body.role == .leader ? nil : room.id, unitID: body.role == .leader ? body.unitId : nil,
            participantID: nil, createdAt: timing.now, expiresAt: ends)
        let (creation, now) = (creation, timing.now)
        let id = try await storage.write { writer in
            let given = try writer.grants(ofSession: room.id, inWeek: room.weekID)
            try creation.checkLinks(given.count { $0.participantID == nil && $0.isValid(at: now) } + 1)
            if let unit = grant.unitID { try writer.removeLeaderRequest(weekID: room.weekID, unitID: unit) }
            return try writer.insertGrant(grant)
        }
        return try .json(
            Invited(url: address.signInURL(token), token: token, grantId: id, expiresAt: ends),
            status: .created)
    }
}

extension Problem {
    fileprivate static let leaderLinks = Problem(
        .forbidden, "leader-link",
        "Lederlink laves af administratoren alene. Bed om et til enheden; så ser administratoren det på ugens side.",
        en: "Leader links are made by the administrator alone. Ask for one for the unit; the administrator then sees "
            + "it on the week's page.")
}
