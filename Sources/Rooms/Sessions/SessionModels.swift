import CRDT
import Facilitation
import Foundation
import Logging
import Planning
import Storage
import Transport

/// The documents of a session's models, as its room asks for them.
@ServiceLoop
protocol SessionDocuments: AnyObject {
    /// The room of a model's document, read from the database the first time.
    ///
    /// - Throws: `RoomError`.
    func document(_ id: String) async throws -> DocumentRoom
    /// A model was closed, and is no more: what was refused meanwhile may come.
    func unlocked(_ modelID: String)
    /// Whether a session's versions are kept with their contents, or have filled what there is for them.
    func keepsVersions(ofSession id: String) -> Bool
}

/// The models of a session: what they say now, what pages are told of that, and what they said before.
///
/// What a decision means for the session is worked out at once, what an edit means a moment later, once for all that came
/// meanwhile, and told if it is news. A version is kept a while after the first change, whatever is written meanwhile, and at each
/// decision.
@ServiceLoop
final class SessionModels {
    private unowned let room: SessionRoom
    private let documents: any SessionDocuments
    private let storage: any Storage
    private let environment: RoomEnvironment
    /// The last summary sent of each model, so that only news goes out.
    private var sentSummaries: [String: ModelSummary] = [:]
    /// Models whose content changed and whose summary is due.
    private var stale: Set<String> = []
    /// Models of which a decision was told a moment ago.
    private var decidedLately: Set<String> = []
    /// Models of which a version is to be kept a while from now.
    private var versionsDue: Set<String> = []

    init(
        of room: SessionRoom, documents: any SessionDocuments, storage: any Storage, environment: RoomEnvironment
    ) {
        self.room = room
        self.documents = documents
        self.storage = storage
        self.environment = environment
    }

    /// Whether nothing is to be worked out or kept later.
    var isIdle: Bool { stale.isEmpty && versionsDue.isEmpty }

    /// - Throws: `RoomError.unknown` when the session has no such model.
    func content(of modelID: String) async throws -> ModelContent { try await read(modelID).content }

    /// - Throws: `RoomError.unknown` when the session has no such model.
    func summary(of modelID: String) async throws -> ModelSummary {
        let (decided, content) = try await read(modelID)
        return ModelSummary(
            decided, content: content, session: room.record, isClosed: room.state.isClosed(decided),
            definitions: environment.definitions)
    }

    /// - Throws: `RoomError.unknown` when the session has no such model.
    func modelState(of modelID: String) async throws -> ModelState {
        let (decided, content) = try await read(modelID)
        return room.modelState(of: decided, content: content)
    }

    /// What a model says at the level it has been given, and what is decided about it when that has been read.
    private func read(_ modelID: String) async throws -> (decided: SessionModel, content: ModelContent) {
        guard let asked = room.state.model(modelID) else { throw RoomError.unknown(modelID) }
        let document = try await documents.document(modelID)
        let content = document.content(level: asked.level, definitions: environment.definitions)
        guard let decided = room.state.model(modelID) else { throw RoomError.unknown(modelID) }
        return (decided, content)
    }

    /// Nothing is to be worked out for a model that is gone.
    func forget(_ modelID: String) {
        sentSummaries[modelID] = nil
        versionsDue.remove(modelID)
    }

    // MARK: News

    /// Tells everybody at once what a decision means for a model: no page has to ask. What is decided about the same
    /// model within the delay of edits goes out together at its end: three hundred people who confirm are a message now
    /// and then, not three hundred times three hundred.
    func decided(about modelID: String) {
        guard decidedLately.insert(modelID).inserted else { return contentChanged(modelID) }
        environment.timing.after(environment.limits.contentDelay) { [weak self] in
            self?.decidedLately.remove(modelID)
        }
        Task { @ServiceLoop [room] in await self.announceSummary(of: modelID, in: room) }
    }

    /// The last that everybody was told of a model.
    func told(of modelID: String) -> ModelSummary? { sentSummaries[modelID] }

    /// Works out, a moment after an edit, what it means for the session, and tells everybody if it means anything.
    func contentChanged(_ modelID: String) {
        guard stale.insert(modelID).inserted else { return }
        environment.timing.after(environment.limits.contentDelay) { [weak self] in
            guard let self else { return }
            stale.remove(modelID)
            Task { @ServiceLoop [room] in await self.announceSummary(of: modelID, in: room) }
        }
    }

    private func announceSummary(of modelID: String, in room: SessionRoom) async {
        guard room.hasModel(modelID) else { return }
        // Nobody is told, and nothing was told before that it could differ from.
        guard room.count > 0 || sentSummaries[modelID] != nil else { return versionIsDue(of: modelID) }
        do {
            let summary = try await summary(of: modelID)
            guard sentSummaries[modelID] != summary else { return }
            let before = sentSummaries.updateValue(summary, forKey: modelID)
            if before?.contentVersion != summary.contentVersion { versionIsDue(of: modelID) }
            room.announce(summary)
        } catch {
            environment.logger.error("no summary", metadata: ["model": "\(modelID)", "reason": "\(error)"])
        }
    }

    // MARK: Versions

    /// Keeps what the model says now, unless that is what was kept last.
    ///
    /// - Returns: the version, without its content.
    /// - Throws: `RoomError.unknown` when the session has no such model; `StorageError`.
    @discardableResult
    func keepVersion(of modelID: String) async throws -> VersionRecord {
        let content = try await content(of: modelID)
        let document = try await documents.document(modelID)
        let limits = environment.limits
        let (state, parties) = document.takeVersion()
        let words = String(decoding: (try? JSONEncoder().encode(parties)) ?? Data("[]".utf8), as: UTF8.self)
        let hasRoom = state.count <= limits.versionBytes && documents.keepsVersions(ofSession: room.id)
        let version = VersionRecord(
            documentID: modelID, number: 0, at: room.clock.now, parties: words, contentVersion: content.contentVersion,
            state: hasRoom ? state : [])
        let count = limits.versions
        do {
            var kept = try await storage.write { writer in
                // It may have been deleted meanwhile.
                guard try writer.model(modelID) != nil else { throw RoomError.unknown(modelID) }
                return try writer.keepVersion(version, upTo: count)
            }
            kept.state = []
            return kept
        } catch {
            document.giveBack(parties)
            throw error
        }
    }

    /// Keeps a version a while after the first change.
    private func versionIsDue(of modelID: String) {
        guard versionsDue.insert(modelID).inserted else { return }
        environment.timing.after(environment.limits.versionDelay) { [weak self] in
            self?.keepVersionLater(of: modelID)
        }
    }

    /// Keeps a version soon, where somebody decided something about the model.
    func keepVersionLater(of modelID: String) {
        versionsDue.remove(modelID)
        Task { @ServiceLoop [room] in
            guard room.hasModel(modelID) else { return }
            do {
                try await keepVersion(of: modelID)
            } catch {
                environment.logger.error("no version", metadata: ["model": "\(modelID)", "reason": "\(error)"])
            }
        }
    }

    /// Keeps all that are to be kept a while from now, before the room is let go of.
    func keepVersionsDue() {
        for modelID in versionsDue { keepVersionLater(of: modelID) }
    }
}
