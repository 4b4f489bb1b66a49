import Facilitation
package import Storage
import Transport

/// Models, sessions and weeks are deleted while people may be in them.
///
/// First nobody writes any more and what was taken is on the disk, because a document's log is written without looking
/// whether the model is there. Then the database forgets, and only then the rooms go: should it fail, all is as it was.
extension RoomRegistry {
    package typealias Writing = @Sendable (any StorageWriter) throws -> Void

    /// Deletes a model of a session. Everybody in the session is told; its pages are closed.
    ///
    /// - Parameter also: written in the same transaction.
    package func remove(model id: String, from session: SessionRoom, reason: String?, also: @escaping Writing)
        async throws
    {
        try await shutting([id]) {
            try await session.record(SessionEvent(ModelRemoved(modelId: id, reason: reason))) { writer in
                try also(writer)
                try writer.deleteModel(id)
            }
        }
        session.forget(model: id)
    }

    /// Deletes a participant of a session, and what is theirs alone.
    ///
    /// - Parameter also: written in the same transaction.
    package func remove(participant id: String, from session: SessionRoom, also: @escaping Writing) async throws {
        let removal = ParticipantRemoved(participantId: id)
        try await session.record(SessionEvent(removal), also: also)
    }

    /// Deletes sessions, one or a week's. Rooms that nobody has asked for are not opened.
    ///
    /// - Parameter write: deletes them in the database.
    package func remove(sessions ids: [String], write: @escaping Writing) async throws {
        let models = try await storage.read { reader in
            try ids.flatMap { try reader.models(ofSession: $0).map(\.id) }
        }
        try await shutting(models, sessions: ids) {
            try await storage.write(write)
            for id in ids {
                guard let room = try await openSessionRoom(id) else { continue }
                room.closeAll(code: CloseCode.notFound, reason: CloseCode.deleted)
                // One that was begun in the last moment too.
                for model in room.state.models { end(documents[model.id]) }
                letGo(of: room)
            }
        }
    }

    /// Runs `body` while nobody can write in these documents nor open them, and lets go of their rooms after it.
    private func shutting(_ ids: [String], sessions: [String] = [], _ body: () async throws -> Void) async throws {
        let all = Set(ids + sessions)
        removing.formUnion(all)
        defer { removing.subtract(all) }
        var rooms: [DocumentRoom] = []
        do {
            for id in ids {
                guard let room = try await openDocumentRoom(id) else { continue }
                room.isRemoved = true
                rooms.append(room)
            }
            for room in rooms { try await settle(room) }
            try await body()
        } catch {
            for room in rooms { room.isRemoved = false }
            throw error
        }
        for room in rooms { end(room) }
    }

    private func end(_ room: DocumentRoom?) {
        guard let room else { return }
        room.isRemoved = true
        room.closeAll(code: CloseCode.notFound, reason: CloseCode.deleted)
        letGo(of: room)
    }
}
