import CRDT
import Facilitation
package import Logging
package import Planning
package import Storage
package import Transport

/// Why a room could not be entered.
package enum RoomError: Error, Sendable {
    /// No model or session has this identifier.
    case unknown(String)
    /// What is stored could not be read; the text is for the log, not for the page.
    case unreadable(String, reason: String)
}

/// All rooms of this node: opens each once, however many ask at the same time, and lets go of those that nobody
/// is in. Documents and sessions find each other here.
@ServiceLoop
package final class RoomRegistry {
    package nonisolated let storage: any Storage
    package nonisolated let definitions: FieldDefinitions
    package nonisolated let limits: RoomLimits
    package let log: UpdateLog
    /// Counts, for the metrics; set once before the first room opens.
    package var observer: (any RoomObserver)?

    private let environment: RoomEnvironment
    private let timing: any LoopTiming
    private let logger: Logger
    package let documents = OpenRooms<DocumentRoom>()
    package let sessions = OpenRooms<SessionRoom>()
    /// In which session a model was found last: asked at every change, however many sessions are live.
    private var owners: [String: SessionRoom] = [:]
    /// Models and sessions that are being deleted: nobody opens them.
    private(set) var removing: Set<String> = []
    private var budgets = PersonBudgets()
    private var stored = StoredBytes()
    /// What the models of closed rooms say.
    let readings: ModelReadings

    package init(
        storage: any Storage, definitions: FieldDefinitions, timing: any LoopTiming,
        limits: RoomLimits = RoomLimits(), logger: Logger
    ) {
        self.storage = storage
        self.definitions = definitions
        self.timing = timing
        self.limits = limits
        self.logger = logger
        environment = RoomEnvironment(limits: limits, timing: timing, definitions: definitions, logger: logger)
        readings = ModelReadings(bytesLimit: limits.modelReadingBytes)
        log = UpdateLog(storage: storage, timing: timing, limits: limits, logger: logger)
        log.healthChanged = { [weak self] works in self?.storageHealthChanged(works) }
    }

    // MARK: Documents

    /// The room of a model's document, read from the database the first time.
    ///
    /// - Throws: `RoomError.unreadable` when what is stored is damaged: it is never served in part.
    package func document(_ id: String) async throws -> DocumentRoom {
        guard !removing.contains(id) else { throw RoomError.unknown(id) }
        return try await documents.room(id) { try await self.openDocument(id) }
    }

    private func openDocument(_ id: String) async throws -> DocumentRoom {
        let stored = try await storage.read { try $0.document(id) }
        let document =
            try stored?.restore(id: id, limits: limits.document.forReading)
            ?? Document(clientID: UInt64(UInt32.random(in: 1...UInt32.max)), limits: limits.document)
        document.limits = limits.document
        let room = DocumentRoom(
            id: id, document: document,
            log: DocumentLog(of: id, stored: stored, in: log, environment: environment), delegate: self,
            observer: observer, environment: environment)
        observer?.loadedDocument()
        readings.forget(id)
        return room
    }

    private func liveSession(ofModel id: String) -> SessionRoom? {
        if let owner = owners[id], owner.hasModel(id) { return owner }
        guard let room = sessions.values.first(where: { $0.hasModel(id) }) else { return nil }
        owners[id] = room
        return room
    }

    /// What a person may still use up of a session's documents: the same for all their connections.
    package func budget(of person: [UInt8], inSession session: String) -> PersonBudget {
        budgets.budget(of: person, in: session, limits.person, now: timing.instant)
    }

    // MARK: Sessions

    /// The room of a session, folded from its events the first time.
    ///
    /// - Throws: `RoomError.unknown` when there is no such session.
    package func session(_ id: String) async throws -> SessionRoom {
        guard !removing.contains(id) else { throw RoomError.unknown(id) }
        return try await sessions.room(id) { try await self.openSession(id) }
    }

    private func openSession(_ id: String) async throws -> SessionRoom {
        let read = try await storage.read { [limits] reader in
            try StoredSession.read(id, from: reader, limits: limits)
        }
        guard let read else { throw RoomError.unknown(id) }
        let room = SessionRoom(stored: read, storage: storage, log: log, documents: self, environment: environment)
        count(room)
        return room
    }

    /// The session room that owns a model.
    ///
    /// - Throws: `RoomError.unknown` when there is no such model.
    package func session(ofModel id: String) async throws -> SessionRoom {
        if let room = liveSession(ofModel: id) {
            room.renew()
            return room
        }
        guard let model = try await storage.read({ try $0.model(id) }) else { throw RoomError.unknown(id) }
        return try await session(model.sessionID)
    }

    /// Counts anew what a live session has stored: snapshots have taken the place of logs.
    private func count(_ session: SessionRoom) {
        guard stored.isDue(session.id, at: timing.instant) else { return }
        Task { @ServiceLoop [id = session.id, week = session.weekID] in
            do {
                let count = try await storage.read { try StoredBytes.Count(session: id, week: week, from: $0) }
                if sessions[id] != nil { stored.note(count, at: timing.instant) }
            } catch {
                logger.error("stored bytes not counted", metadata: ["session": "\(id)", "reason": "\(error)"])
            }
        }
    }

    // MARK: Letting go

    private func letGo(of room: SessionRoom) {
        sessions.letGo(of: room.id)
        stored.forget(session: room.id)
        owners = owners.filter { $0.value !== room }
    }

    /// Lets go of rooms that have been empty for a while, and of people who fell silent. Called every few seconds.
    package func tidy() {
        log.recoverIfFailed()
        budgets.tidy(now: timing.instant)
        let limit = timing.instant - limits.idleBeforeUnload
        for room in documents.values {
            room.tidy()
            guard let since = room.emptySince, since < limit, room.isDurable, !room.isSnapshotDue else { continue }
            documents.letGo(of: room.id)
            if let content = room.knownContent { readings.keep(content, of: room.id) }
            room.keepSnapshot()
        }
        for room in sessions.values {
            room.tidy()
            count(room)
            guard let since = room.emptySince, since < limit, !isAnybody(inModelsOf: room) else { continue }
            room.keepWhatIsDue()
            guard room.isIdle else { continue }
            letGo(of: room)
        }
    }

    /// A session is there for as long as somebody is in one of its models: it knows whether that is locked.
    private func isAnybody(inModelsOf session: SessionRoom) -> Bool {
        session.state.models.contains { documents[$0.id].map { $0.count > 0 } ?? false }
    }

    /// When the database works again, everyone synchronises anew: that brings what was refused meanwhile.
    private func storageHealthChanged(_ works: Bool) {
        for session in sessions.values { session.announceStorage(works: works) }
        guard works else { return }
        for room in documents.values { room.closeAll(code: CloseCode.overloaded, reason: "synchronise again") }
    }

    /// Waits until everything taken so far is durable; called before the process ends.
    package func settle() async {
        while !log.isIdle || documents.values.contains(where: { !$0.isDurable }) {
            guard log.isAccepting else { return }
            await Task.yield()
            try? await Task.sleep(for: .milliseconds(2))
        }
    }
}

// MARK: - What rooms ask of each other

extension RoomRegistry: DocumentRoomDelegate {
    func isLocked(_ room: DocumentRoom) -> Bool {
        // Asked at every update: the session that had the model last has it still, as a rule.
        let isClosed =
            owners[room.id]?.isClosed(modelID: room.id) ?? liveSession(ofModel: room.id)?.isClosed(modelID: room.id)
        return isClosed ?? false
    }

    func contentChanged(in room: DocumentRoom) {
        liveSession(ofModel: room.id)?.contentChanged(modelID: room.id)
    }

    func obstacle(in room: DocumentRoom) -> DropReason? {
        guard let session = liveSession(ofModel: room.id) else { return nil }
        return stored.obstacle(session: session.id, week: session.weekID, limits)
    }

    func noteStored(_ bytes: Int, in room: DocumentRoom) {
        guard let session = liveSession(ofModel: room.id) else { return }
        stored.committed(bytes, session: session.id, week: session.weekID)
    }
}

extension RoomRegistry: SessionDocuments {
    func unlocked(_ modelID: String) { documents[modelID]?.unlocked() }

    func keepsVersions(ofSession id: String) -> Bool { stored.keepsVersions(session: id, limits) }
}

// MARK: - Deleting

/// Models, sessions and weeks are deleted while people may be in them.
///
/// First nobody writes any more and what was taken is on the disk, because a document's log is written without looking
/// whether the model is there. Then the database forgets, and only then the rooms go: should it fail, all is as it was.
extension RoomRegistry {
    package typealias Writing = @Sendable (any StorageWriter) throws -> Void

    /// How long what is under way in a document is waited for.
    private static let patience: Duration = .seconds(20)

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
                guard let room = try await sessions.asked(for: id) else { continue }
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
                guard let room = try await documents.asked(for: id) else { continue }
                room.beginRemoval()
                rooms.append(room)
            }
            for room in rooms { try await settle(room) }
            try await body()
        } catch {
            for room in rooms { room.cancelRemoval() }
            throw error
        }
        for room in rooms { end(room) }
        for id in ids { readings.forget(id) }
    }

    private func end(_ room: DocumentRoom?) {
        guard let room else { return }
        room.beginRemoval()
        room.closeAll(code: CloseCode.notFound, reason: CloseCode.deleted)
        documents.letGo(of: room.id)
    }

    /// Puts what a document says now in the place of its log, and returns when the disk has it: what was deleted from
    /// the document is then stored nowhere. Names of comments' authors are deleted first.
    ///
    /// - Parameter participantID: whose comments lose unit and function too.
    /// - Throws: `StorageError`; `RoomError`.
    package func forgetHistory(ofDocument id: String, authoredBy participantID: String? = nil) async throws {
        let room = try await document(id)
        room.forgetAuthors(participantID)
        try await settle(room)
        try await room.replaceHistory()
    }

    /// Returns when everything that a document took is on the disk and nothing of it is under way.
    private func settle(_ room: DocumentRoom) async throws {
        let end = timing.instant + Self.patience
        while room.isSnapshotDue || !room.isDurable {
            guard timing.instant < end, log.isAccepting else { throw StorageError.overloaded }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Takes the names of these people out of what is live, and tells the pages. The database has forgotten them.
    ///
    /// - Parameter joinedBefore: whoever waits at the door since before then has no name any more either.
    package func forgetNames(of participants: Set<String>, inSession id: String, joinedBefore: Int64) async throws {
        guard let room = try await sessions.asked(for: id) else { return }
        room.forgetNames(of: participants, joinedBefore: joinedBefore)
        // Who connects again shows the name they have now: none.
        for model in room.state.models {
            guard let document = documents[model.id], document.count > 0 else { continue }
            document.closeAll(code: CloseCode.overloaded, reason: "connect again")
        }
    }
}
