import CRDT
import Facilitation
import Foundation
import Logging
package import Storage
import Transport

/// What models said before: kept now and then while people write, and at each decision about a model.
extension SessionRoom {
    /// Keeps what the model says now, unless that is what was kept last.
    ///
    /// - Returns: the version, without its content.
    /// - Throws: `RoomError.unknown` when the session has no such model; `StorageError`.
    @discardableResult
    package func keepVersion(of modelID: String) async throws -> VersionRecord {
        let content = try await content(of: modelID)
        let room = try await rooms.document(modelID)
        let (state, parties) = room.takeVersion()
        let words = String(decoding: (try? JSONEncoder().encode(parties)) ?? Data("[]".utf8), as: UTF8.self)
        let version = VersionRecord(
            documentID: modelID, number: 0, at: clock.now, parties: words, contentVersion: content.contentVersion,
            state: state.count <= rooms.limits.versionBytes && rooms.keepsVersions(ofSession: id) ? state : [])
        let count = rooms.limits.versions
        do {
            var kept = try await rooms.storage.write { writer in
                // It may have been deleted meanwhile.
                guard try writer.model(modelID) != nil else { throw RoomError.unknown(modelID) }
                return try writer.keepVersion(version, upTo: count)
            }
            kept.state = []
            return kept
        } catch {
            room.writers.formUnion(parties)
            throw error
        }
    }

    /// Keeps a version a while after the first change, whatever is written meanwhile.
    func versionIsDue(of modelID: String) {
        guard versionsDue.insert(modelID).inserted else { return }
        rooms.timing.after(rooms.limits.versionDelay) { [weak self] in self?.keepVersionLater(of: modelID) }
    }

    /// Keeps a version soon, where somebody decided something about the model.
    func keepVersionLater(of modelID: String) {
        versionsDue.remove(modelID)
        Task { @ServiceLoop in
            guard hasModel(modelID) else { return }
            do {
                try await keepVersion(of: modelID)
            } catch {
                rooms.logger.error("no version", metadata: ["model": "\(modelID)", "reason": "\(error)"])
            }
        }
    }
}
