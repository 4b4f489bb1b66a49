package import Planning
import Rooms
package import Storage

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
