import CRDT
package import Logging
package import Planning
package import Storage
package import Transport

/// All rooms of this node: opens each once, however many ask at the same time, and lets go of those that nobody
/// is in. Documents and sessions find each other here.
@ServiceLoop
package final class RoomRegistry {
    package nonisolated let storage: any Storage
    package nonisolated let definitions: FieldDefinitions
    package nonisolated let limits: RoomLimits
    package let log: UpdateLog
    let timing: any LoopTiming
    let logger: Logger
    /// Counts, for the metrics; set once before the first room opens.
    package var observer: (any RoomObserver)?

    private var documentTasks: [String: Task<DocumentRoom, any Error>] = [:]
    private var sessionTasks: [String: Task<SessionRoom, any Error>] = [:]
    /// In which session a model was found last: asked at every change, however many sessions are live.
    private var owners: [String: String] = [:]
    /// Models and sessions that are being deleted: nobody opens them.
    var removing: Set<String> = []
    private var budgets = PersonBudgets()
    private var stored = StoredBytes()
    package private(set) var documents: [String: DocumentRoom] = [:]
    package private(set) var sessions: [String: SessionRoom] = [:]

    package init(
        storage: any Storage, definitions: FieldDefinitions, timing: any LoopTiming,
        limits: RoomLimits = RoomLimits(), logger: Logger
    ) {
        self.storage = storage
        self.definitions = definitions
        self.timing = timing
        self.limits = limits
        self.logger = logger
        log = UpdateLog(storage: storage, timing: timing, limits: limits, logger: logger)
        log.healthChanged = { [weak self] works in self?.storageHealthChanged(works) }
    }

    // MARK: Documents

    /// The room of a model's document, read from the database the first time.
    ///
    /// - Throws: `RoomError.unreadable` when what is stored is damaged: it is never served in part.
    package func document(_ id: String) async throws -> DocumentRoom {
        guard !removing.contains(id) else { throw RoomError.unknown(id) }
        if let room = documents[id] { return renewed(room) }
        if let task = documentTasks[id] { return try await task.value }
        let task = Task { @ServiceLoop in try await self.openDocument(id) }
        documentTasks[id] = task
        defer { documentTasks[id] = nil }
        return try await task.value
    }

    /// The room of a document where it is open, or is being opened; nil where nobody has asked for it.
    func openDocumentRoom(_ id: String) async throws -> DocumentRoom? {
        if let task = documentTasks[id] { return try await task.value }
        return documents[id]
    }

    private func openDocument(_ id: String) async throws -> DocumentRoom {
        let stored = try await storage.read { try $0.document(id) }
        let document =
            try stored?.restore(id: id, limits: limits.document.forReading)
            ?? Document(clientID: UInt64(UInt32.random(in: 1...UInt32.max)), limits: limits.document)
        document.limits = limits.document
        var logged = LogExtent()
        if let stored {
            logged.lastSequence = stored.snapshotSequence
            logged.grow(by: stored.updates.map(\.bytes), lastSequence: stored.updates.last?.sequence ?? 0)
        }
        let room = DocumentRoom(
            id: id, document: document, logged: logged, log: log, limits: limits, timing: timing, logger: logger)
        room.observer = observer
        observer?.loadedDocument()
        room.contentChanged = { [weak self] room in self?.contentChanged(in: room) }
        room.obstacle = { [weak self] room in self?.obstacle(in: room) }
        room.stored = { [weak self] room, bytes in self?.noteStored(bytes, in: room) }
        room.snapshotDue = { [weak self] room in self?.replaceLog(of: room) }
        documents[id] = room
        return room
    }

    private func contentChanged(in room: DocumentRoom) {
        liveSession(ofModel: room.id)?.contentChanged(modelID: room.id)
    }

    /// Why nothing more is taken in a model, for its session's or its week's sake.
    private func obstacle(in room: DocumentRoom) -> DropReason? {
        guard let session = liveSession(ofModel: room.id) else { return nil }
        return stored.obstacle(session: session.id, week: session.weekID, limits)
    }

    private func noteStored(_ bytes: Int, in room: DocumentRoom) {
        guard let session = liveSession(ofModel: room.id) else { return }
        stored.committed(bytes, session: session.id, week: session.weekID)
    }

    /// Whether a session's versions are kept with their contents, or have filled what there is for them.
    func keepsVersions(ofSession id: String) -> Bool { stored.keepsVersions(session: id, limits) }

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

    private func liveSession(ofModel id: String) -> SessionRoom? {
        if let owner = owners[id], let room = sessions[owner], room.hasModel(id) { return room }
        guard let room = sessions.values.first(where: { $0.hasModel(id) }) else { return nil }
        owners[id] = room.id
        return room
    }

    /// Replaces the log of a document by a snapshot, soon.
    private func replaceLog(of room: DocumentRoom) {
        let snapshot = room.document.encodeStateAsUpdate()
        let extent = room.logged
        Task { @ServiceLoop in
            do {
                try await replaceLog(of: room, by: snapshot, extent)
            } catch {
                logger.error("no snapshot", metadata: ["document": "\(room.id)", "reason": "\(error)"])
            }
            room.isSnapshotDue = false
        }
    }

    /// The same for a room of which nothing is under way; returns when the disk has it.
    func replaceLog(ofDurable room: DocumentRoom) async throws {
        guard room.logged.lastSequence > 0 else { return }
        room.isSnapshotDue = true
        defer { room.isSnapshotDue = false }
        try await replaceLog(of: room, by: room.document.encodeStateAsUpdate(), room.logged)
    }

    /// Updates that are committed meanwhile stay in the log.
    private func replaceLog(of room: DocumentRoom, by snapshot: [UInt8], _ extent: LogExtent) async throws {
        try await storage.write { [id = room.id] writer in
            try writer.replaceLog(documentID: id, snapshot: snapshot, throughSequence: extent.lastSequence)
        }
        room.logged.updates -= extent.updates
        room.logged.bytes -= extent.bytes
    }

    // MARK: Sessions

    /// The room of a session, folded from its events the first time.
    ///
    /// - Throws: `RoomError.unknown` when there is no such session.
    package func session(_ id: String) async throws -> SessionRoom {
        guard !removing.contains(id) else { throw RoomError.unknown(id) }
        if let room = sessions[id] { return renewed(room) }
        if let task = sessionTasks[id] { return try await task.value }
        let task = Task { @ServiceLoop in try await self.openSession(id) }
        sessionTasks[id] = task
        defer { sessionTasks[id] = nil }
        return try await task.value
    }

    /// The room of a session where it is open, or is being opened; nil where nobody has asked for it.
    func openSessionRoom(_ id: String) async throws -> SessionRoom? {
        if let task = sessionTasks[id] { return try await task.value }
        return sessions[id]
    }

    private func openSession(_ id: String) async throws -> SessionRoom {
        let read = try await storage.read { [limits] reader in
            try StoredSession.read(id, from: reader, limits: limits)
        }
        guard let read else { throw RoomError.unknown(id) }
        let room = SessionRoom(stored: read, rooms: self)
        sessions[id] = room
        count(room)
        return room
    }

    /// The session room that owns a model.
    ///
    /// - Throws: `RoomError.unknown` when there is no such model.
    package func session(ofModel id: String) async throws -> SessionRoom {
        if let room = liveSession(ofModel: id) { return renewed(room) }
        guard let model = try await storage.read({ try $0.model(id) }) else { throw RoomError.unknown(id) }
        return try await session(model.sessionID)
    }

    /// What a person may still use up of a session's documents: the same for all their connections.
    package func budget(of person: [UInt8], inSession session: String) -> PersonBudget {
        budgets.budget(of: person, in: session, limits.person, now: timing.instant)
    }

    // MARK: Housekeeping

    /// Whoever asked for a room works with it across awaits: the room must not be let go of, and opened a second time,
    /// in between.
    private func renewed(_ room: SessionRoom) -> SessionRoom {
        if room.emptySince != nil { room.emptySince = timing.instant }
        return room
    }

    private func renewed(_ room: DocumentRoom) -> DocumentRoom {
        if room.emptySince != nil { room.emptySince = timing.instant }
        return room
    }

    func letGo(of room: DocumentRoom) { documents[room.id] = nil }

    func letGo(of room: SessionRoom) {
        sessions[room.id] = nil
        stored.forget(session: room.id)
        owners = owners.filter { $0.value != room.id }
    }

    /// Lets go of rooms that have been empty for a while, and of people who fell silent. Called every few seconds.
    package func tidy() {
        log.recoverIfFailed()
        budgets.tidy(now: timing.instant)
        let limit = timing.instant - limits.idleBeforeUnload
        for room in documents.values {
            room.tidy()
            guard let since = room.emptySince, since < limit, room.isDurable, !room.isSnapshotDue else { continue }
            documents[room.id] = nil
            if room.logged.updates > 0 { replaceLog(of: room) }
        }
        for room in sessions.values {
            room.tidyBudgets()
            room.tidyDoor()
            room.tidySeating()
            count(room)
            guard let since = room.emptySince, since < limit else { continue }
            for id in room.versionsDue { room.keepVersionLater(of: id) }
            room.keepSnapshotBeforeUnload()
            guard room.isIdle else { continue }
            letGo(of: room)
        }
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
