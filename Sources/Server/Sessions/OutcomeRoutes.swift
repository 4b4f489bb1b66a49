import Application
import Export
import HTTPTypes
import Planning
import Rooms
import Storage
import Transport

/// A session's outcome, made from what its models say at the moment of the request, in every format.
@ServiceLoop
struct OutcomeRoutes: Resource {
    let rooms: RoomRegistry
    let live: LiveWeeks
    let exporter: Exporter
    let timing: any LoopTiming

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/outcome", for: .session(.members),
                "A session's outcome, in the format asked for by Accept; JSON without it.",
                .everyFormat(of: Schema.of(SessionOutcome.self))
            ) { try await self.outcome($0, as: try $0.acceptedFormat) },
            Route(
                .get, "/sessions/{sessionId}/outcome.{format}", for: .session(.members),
                "A session's outcome in a format.", .everyFormat(of: Schema.of(SessionOutcome.self))
            ) { try await self.outcome($0, as: try $0.parameter(.format)) },
        ]
    }

    /// The attendance is read on the loop together with the models: one moment for the whole document.
    private func outcome(_ context: RequestContext, as format: ExportFormat) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let language = try context.language
        return try await exporter.respond(as: format, to: context) {
            let reading = try await live.reading(room.weekID)
            let (present, now) = (room.present, self.timing.now)
            return {
                guard let outcome = reading.outcome(of: room.id, present: present) else { throw Problem.notFound }
                return OutcomeExport(outcome, language: language, revised: now)
            }
        }
    }
}

extension SessionRoom {
    /// The participants by party and function; those who take part for no party are left out. No names: an outcome is
    /// kept for longer than they are.
    var present: [(party: Party, function: String)] {
        participants.compactMap { person in
            let party = person.unitID.map(Party.unit) ?? person.externalID.map(Party.external)
            return party.map { (party: $0, function: person.function) }
        }
    }
}
