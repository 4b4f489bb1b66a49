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
        var states: [ModelState] = []
        for model in week.models {
            let session = try await rooms.session(ofModel: model.id)
            states.append(try await session.modelState(of: model.id))
        }
        return states
    }
}
