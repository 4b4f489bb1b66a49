import Facilitation
package import Planning
package import Rooms
import Transport

/// What the models say in the rooms of a running server, down to the last keystroke.
package struct LiveModelStates: ModelStates {
    private let rooms: RoomRegistry

    package init(rooms: RoomRegistry) { self.rooms = rooms }

    package func states(of week: Week) async throws -> [ModelState] {
        try await gather(week)
    }

    package func news(of week: Week) async throws -> [String: Week.SessionNews] {
        try await gatherNews(of: week)
    }

    @ServiceLoop
    private func gatherNews(of week: Week) async throws -> [String: Week.SessionNews] {
        var news: [String: Week.SessionNews] = [:]
        for session in week.sessions {
            news[session.id] = try await rooms.session(session.id).state.news(in: week)
        }
        return news
    }

    @ServiceLoop
    private func gather(_ week: Week) async throws -> [ModelState] {
        var decided: [(model: SessionModel, room: SessionRoom)] = []
        for model in week.models {
            let room = try await rooms.session(ofModel: model.id)
            guard let known = room.state.model(model.id) else { throw RoomError.unknown(model.id) }
            decided.append((known, room))
        }
        let contents = try await rooms.contents(of: decided.map(\.model))
        return try decided.map { model, room in
            guard let content = contents[model.id] else { throw RoomError.unknown(model.id) }
            return room.modelState(of: model, content: content)
        }
    }
}
