import Facilitation
package import Planning
package import Rooms
package import Storage
import Transport

/// Where it is known what the models and sessions of a week say now.
package protocol ModelStates: Sendable {
    /// The state of every model of `week`, in the week's order.
    func states(of week: Week) async throws -> [ModelState]
    /// What the sessions of `week` have decided since it was stored, by session.
    func news(of week: Week) async throws -> [String: Week.SessionNews]
}

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

/// What the models say in the database, for commands that run without a server.
package struct StoredModelStates: ModelStates {
    private let storage: any Storage
    package let definitions: FieldDefinitions

    package init(storage: any Storage, definitions: FieldDefinitions) {
        self.storage = storage
        self.definitions = definitions
    }

    package func news(of week: Week) async throws -> [String: Week.SessionNews] {
        try await storage.read { reader in
            var news: [String: Week.SessionNews] = [:]
            for session in week.sessions {
                news[session.id] = try StoredSession.read(session.id, from: reader)?.state.news(in: week)
            }
            return news
        }
    }

    package func states(of week: Week) async throws -> [ModelState] {
        let definitions = definitions
        return try await storage.read { reader in
            var sessions: [String: StoredSession] = [:]
            return try week.models.compactMap { model in
                guard let record = try reader.model(model.id) else { return nil }
                if sessions[record.sessionID] == nil {
                    sessions[record.sessionID] = try StoredSession.read(record.sessionID, from: reader)
                }
                return try sessions[record.sessionID]?.modelState(
                    of: model.id, document: reader.document(model.id), definitions: definitions)
            }
        }
    }
}
