import Application
import Facilitation
import HTTPTypes
import Planning
import Rooms
import Transport

/// The session before this one of the same citizen group: its parked items and what parties promised, for the first
/// minutes of this one.
@ServiceLoop
struct EarlierSessionRoutes: Resource {
    let rooms: RoomRegistry
    let weeks: WeekRepository

    /// A parked item that nobody has settled, or one that the week was imported with.
    private struct Item: Codable, SchemaNaming {
        static let schemaName = "EarlierItem"

        let text: String
        let unitId, externalId, function, due: String?
    }

    /// A confirmation's promise. By party and function, never by name.
    private struct Promise: Codable, SchemaNaming {
        static let schemaName = "EarlierPromise"

        let modelId, title: String
        let unitId, externalId: String?
        let function: String
        let give, need: String?
    }

    private struct EarlierSession: Codable {
        /// Absent when this is the group's first session.
        let sessionId, title, date: String?
        let parkedItems: [Item]
        let promises: [Promise]
    }

    var routes: [Route] {
        [
            Route(
                .get, "/sessions/{sessionId}/before", for: .session(.members),
                "What the session before this one, of the same citizen group, parked and promised.",
                ExchangeDescription(response: Schema.of(EarlierSession.self))
            ) { try await self.before($0) }
        ]
    }

    /// Reads the other session's room: the caller need not be a member of it, since only what was agreed is shown.
    private func before(_ context: RequestContext) async throws -> Response {
        let room = try await rooms.session(context.parameter(.session))
        let week = try await weeks.outline(room.weekID)
        guard let planned = week.session(room.id), let last = week.sessionBefore(planned) else {
            return try .json(EarlierSession(sessionId: nil, title: nil, date: nil, parkedItems: [], promises: []))
        }
        let state = try await rooms.session(last.id).state
        let came = last.parkedItems.map {
            Item(text: $0.text, unitId: $0.ownerUnitId, externalId: nil, function: nil, due: $0.due?.iso)
        }
        let open = state.parkedItems.filter { !$0.isSettled }.map(\.item)
        return try .json(
            EarlierSession(
                sessionId: last.id, title: last.title, date: last.date?.iso,
                parkedItems: came
                    + open.map {
                        Item(
                            text: $0.text, unitId: $0.unitId, externalId: $0.externalId, function: $0.function,
                            due: $0.due)
                    },
                promises: state.models.flatMap { model in
                    model.confirmations.map { confirmation in
                        Promise(
                            modelId: model.id, title: model.title, unitId: confirmation.party.unitId,
                            externalId: confirmation.party.externalId, function: confirmation.function,
                            give: confirmation.give, need: confirmation.need)
                    }
                }))
    }
}

extension Week {
    /// The group's session nearest before `session` in time; those without a date come before nothing.
    fileprivate func sessionBefore(_ session: Session) -> Session? {
        guard let group = session.citizenGroupId, let date = session.date else { return nil }
        let now = (date.iso, session.source["startsAt"]?.string ?? "")
        func time(_ other: Session) -> (String, String)? {
            other.date.map { ($0.iso, other.source["startsAt"]?.string ?? "") }
        }
        return
            sessions.filter { $0.citizenGroupId == group && $0.id != session.id }
            .compactMap { other in time(other).map { (other, $0) } }
            .filter { $0.1 < now }
            .max { $0.1 < $1.1 }?.0
    }
}
