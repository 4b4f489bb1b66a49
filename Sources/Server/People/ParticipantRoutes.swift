import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// Corrections of participants by facilitators: with a code anybody can join as any unit, and some choose the wrong
/// one.
@ServiceLoop
struct ParticipantRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository
    let storage: any Storage
    let registry: SocketRegistry
    let timing: any LoopTiming

    private struct CorrectionBody: Decodable {
        let displayName, function, unitId, externalId: String?
    }

    var routes: [Route] {
        [
            Route(
                .patch, "/sessions/{sessionId}/participants/{participantId}", for: .session(.facilitators),
                "Correct a participant's name, function, unit or external party; what is left out stays.",
                ExchangeDescription(
                    request: Schema.of(CorrectionBody.self), status: 204)
            ) { try await self.correctParticipant($0) }
        ]
    }

    /// The correction is an event of the session, so that it stands in its history by whom; tokens and grants stay.
    private func correctParticipant(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let actor = try context.actor(in: room)
        let id = try context.parameter(.participant)
        guard let known = room.participants.first(where: { $0.id == id }) else { throw Problem.notFound }
        let corrected = try await corrected(known, by: try context.body(CorrectionBody.self), inWeek: room.weekID)
        let now = timing.now
        let hashes = try await storage.read { reader in
            try reader.grants(ofSession: room.id, inWeek: room.weekID)
                .filter { $0.participantID == id && $0.isValid(at: now) }.map(\.tokenHash)
        }
        try await room.correct(corrected, by: actor)
        // Their connections come back as who they are now.
        if corrected.unitID != known.unitID || corrected.externalID != known.externalID
            || corrected.function != known.function
        {
            for hash in hashes { registry.reseat(tokenHash: hash, inSession: room.id) }
        }
        return .noContent
    }

    /// The participant with what the body says; what is left out stays, and unit and external party go together.
    ///
    /// - Throws: `Problem` 422 with every field that is wrong.
    private func corrected(
        _ known: ParticipantRecord, by body: CorrectionBody, inWeek weekID: String
    ) async throws -> ParticipantRecord {
        var faults = FormFaults()
        var person = known
        if let name = body.displayName { person.displayName = faults.line(name, at: "$.displayName") }
        if let function = body.function { person.function = faults.line(function, at: "$.function") }
        if body.unitId != nil || body.externalId != nil {
            try await weeks.outline(weekID).checkParty(
                unitID: body.unitId, externalID: body.externalId, &faults)
            (person.unitID, person.externalID) = (body.unitId, body.externalId)
        }
        try faults.check()
        return person
    }
}
