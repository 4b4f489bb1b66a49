import Facilitation
package import Planning
package import Rooms
import Transport

/// What the models say in the rooms of a running server, down to the last keystroke.
package struct LiveModelStates: ModelStates {
    private let rooms: RoomRegistry

    package init(rooms: RoomRegistry) { self.rooms = rooms }

    package func states(of week: Week) async throws -> [ModelState] {
        try await gathered(week)
    }

    package func news(of week: Week) async throws -> [String: Week.SessionNews] {
        try await sessions(of: week).mapValues { $0.news(in: week) }
    }

    @ServiceLoop
    private func gathered(_ week: Week) async throws -> [ModelState] { try await said(in: week).map(\.state) }

    /// What the sessions of a week have decided, by session.
    @ServiceLoop
    func sessions(of week: Week) async throws -> [String: SessionState] {
        var states: [String: SessionState] = [:]
        for session in week.sessions { states[session.id] = try await rooms.session(session.id).state }
        return states
    }

    /// A model as it was decided and read at one moment.
    @ServiceLoop
    struct Said {
        fileprivate let room: SessionRoom
        fileprivate let decided: SessionModel
        let content: ModelContent

        var state: ModelState { room.modelState(of: decided, content: content) }
    }

    /// Every model of a week, in the week's order. Documents whose rooms are closed are not opened for it.
    @ServiceLoop
    func said(in week: Week) async throws -> [Said] {
        var known: [(room: SessionRoom, decided: SessionModel)] = []
        for model in week.models {
            let room = try await rooms.session(ofModel: model.id)
            guard let decided = room.state.model(model.id) else { throw RoomError.unknown(model.id) }
            known.append((room, decided))
        }
        let contents = try await rooms.contents(of: known.map(\.decided))
        return try known.map { room, decided in
            guard let content = contents[decided.id] else { throw RoomError.unknown(decided.id) }
            return Said(room: room, decided: decided, content: content)
        }
    }
}
