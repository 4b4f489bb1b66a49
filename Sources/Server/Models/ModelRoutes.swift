import Application
import Facilitation
import Foundation
import HTTPTypes
import Planning
import Rooms
import Transport

/// One collaboration model beside its text: its level, and the parties that confirmed it. The text itself goes over
/// `/ws/documents/{modelId}` and by no route.
@ServiceLoop
struct ModelRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let definitions: FieldDefinitions

    private struct LevelBody: Decodable {
        let level: Level
    }

    /// Everything may be absent: a body is sent where the caller says which content was read, or confirms for a party.
    private struct ConfirmationBody: Decodable {
        let contentVersion, give, need, function, unitId, externalId: String?
    }

    var routes: [Route] {
        [
            Route(
                .get, "/models/{modelId}", for: .model(.members), "A model's level, what it lacks, and who confirmed.",
                ExchangeDescription(response: Schema.of(ModelView.self))
            ) { try await self.view(try await self.rooms.session(ofModel: $0.parameter(.model)), $0) },
            Route(
                .patch, "/models/{modelId}", for: .model(.workers), "Raise or lower the level; no content is lost.",
                ExchangeDescription(
                    request: Schema.of(LevelBody.self), response: Schema.of(ModelView.self))
            ) { context in
                let room = try await rooms.session(ofModel: context.parameter(.model))
                let actor = try context.actor(in: room)
                try context.countCommand(of: actor, in: room)
                let level = try context.body(LevelBody.self).level
                try await room.perform(
                    SetModelLevel(modelID: context.parameter(.model), level: level), by: actor)
                return try await self.view(room, context)
            },
            Route(
                .post, "/models/{modelId}/confirmations", for: .model(.workers),
                "Confirm what the model says now, for one's own unit.",
                ExchangeDescription(
                    request: Schema.of(ConfirmationBody.self), status: 201, response: Schema.of(ModelView.self))
            ) { try await self.confirm($0) },
            Route(
                .delete, "/models/{modelId}/confirmations/{partyId}", for: .confirmation,
                "Take a confirmation back: one's own; a unit's leader that unit's; who leads the session anyone's.",
                ExchangeDescription(status: 204)
            ) { try await self.withdraw($0) },
        ]
    }

    /// The model as it now is: what a route has changed is in it.
    private func view(
        _ room: SessionRoom, _ context: RequestContext, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let modelID = try context.parameter(.model)
        let actor = try context.actor(in: room)
        return try .json(try await ModelView(of: modelID, in: room, for: actor), status: status)
    }

    /// Checks the form and the week here; whether this actor may, and whether the content is still what was read, is
    /// the session's own decision (`ConfirmModel`), in its turn with everybody else's commands.
    private func confirm(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(ofModel: context.parameter(.model))
        let actor = try context.actor(in: room)
        try context.countCommand(of: actor, in: room)
        let modelID = try context.parameter(.model)
        let body =
            context.message.body.isEmpty
            ? ConfirmationBody(
                contentVersion: nil, give: nil, need: nil, function: nil, unitId: nil, externalId: nil)
            : try context.body(ConfirmationBody.self)
        var faults = FormFaults()
        let function = body.function.map { faults.line($0, at: "$.function") }
        try faults.check()
        // What is confirmed is the document as it stands now, with edits that are not saved yet.
        let content = try await room.content(of: modelID)
        let party = Party(unitId: body.unitId, externalId: body.externalId)
        if let party { try await requireKnown(party, inWeek: room.weekID) }
        let command = ConfirmModel(
            modelID: modelID, party: party, function: function, expectedVersion: body.contentVersion,
            contentVersion: content.contentVersion,
            missingFields: content.model.missingFields(definitions), give: body.give, need: body.need,
            on: WallClock.dateInCopenhagen)
        try await room.perform(command, by: actor)
        return try await view(room, context, status: .created)
    }

    /// - Throws: `Problem` 404 where that party has confirmed nothing; a `Refusal` where somebody else's word it is.
    private func withdraw(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(ofModel: context.parameter(.model))
        let actor = try context.actor(in: room)
        try context.countCommand(of: actor, in: room)
        let modelID = try context.parameter(.model)
        let partyID = try context.parameter(.party)
        guard let confirmation = room.state.model(modelID)?.confirmations.first(where: { $0.party.id == partyID })
        else { throw Problem.notFound }
        try await room.perform(
            WithdrawConfirmation(modelID: modelID, party: confirmation.party),
            by: try await withdrawer(of: confirmation.party, in: room, context))
        return .noContent
    }

    /// The actor that a confirmation is withdrawn by: a unit's leader speaks for it here, and is an observer in the
    /// rest of the session.
    private func withdrawer(
        of party: Party, in room: SessionRoom, _ context: RequestContext
    ) async throws -> Actor {
        let actor = try context.actor(in: room)
        guard let unit = party.unitId, !actor.role.leadsSessions,
            try context.requirePrincipal().leads(unit: unit, inWeek: room.weekID)
        else { return actor }
        return Actor(
            role: .leader, unitID: unit, function: try await weeks.outline(room.weekID).unit(unit)?.leaderFunction)
    }

    /// - Throws: `Problem` 422 for a party that the week does not have.
    private func requireKnown(_ party: Party, inWeek weekID: String) async throws {
        let week = try await weeks.outline(weekID)
        var faults = FormFaults()
        week.checkParty(unitID: party.unitId, externalID: party.externalId, &faults)
        try faults.check()
    }
}
