import Facilitation
import Foundation
import Logging
import Storage
import Transport

/// What came of the events, in their place: so that memory, disk and the time to open a session again follow what it
/// holds, and not what ever happened in it.
extension SessionRoom {
    /// Puts the state in the place of the events when there are many of them.
    func keepSnapshotIfDue() {
        let limits = house.limits
        guard
            eventsSinceSnapshot >= limits.updatesBeforeSnapshot
                || bytesSinceSnapshot >= max(limits.bytesBeforeSnapshot, snapshotBytes / 2)
        else { return }
        keepSnapshot()
    }

    /// The same before the room is let go of, unless it is soon read.
    func keepSnapshotBeforeUnload() {
        guard eventsSinceSnapshot >= house.limits.updatesBeforeSnapshot / 10 else { return }
        keepSnapshot()
    }

    private func keepSnapshot() {
        guard !isKeepingSnapshot, !hasUnknownEvents else { return }
        isKeepingSnapshot = true
        Task { @ServiceLoop in
            defer { isKeepingSnapshot = false }
            do {
                try await replaceEvents()
            } catch {
                house.logger.error("no snapshot", metadata: ["session": "\(id)", "reason": "\(error)"])
            }
        }
    }

    /// Encodes the state beside the loop, and stores it unless it holds what this version does not understand.
    func replaceEvents() async throws {
        guard !hasUnknownEvents else { return }
        let (state, events, bytes) = (state, eventsSinceSnapshot, bytesSinceSnapshot)
        let document = try await StoredSession.document(of: state)
        let limits = house.limits
        let bound = HistoryBound(events: limits.historyEvents, bytes: limits.historyBytes)
        try await house.storage.write { [id] writer in
            try writer.replaceEvents(
                ofSession: id, by: document, throughSequence: state.sequence, leaving: limits.missedEvents,
                keeping: bound
            ) { StoredSession.recorded($0).event.kind?.isHistory ?? true }
        }
        snapshotBytes = document.utf8.count
        eventsSinceSnapshot -= events
        bytesSinceSnapshot -= bytes
    }

    /// Whether events of so many bytes more may be taken.
    ///
    /// - Throws: `Refusal` with `sessionFull`; `StorageError`.
    func checkRoom(for bytes: Int) async throws {
        guard heldBytes + bytes > house.limits.sessionBytes else { return }
        // What was written over is counted until the state is measured anew.
        if bytesSinceSnapshot > house.limits.missedBytes, !isKeepingSnapshot { try await replaceEvents() }
        guard heldBytes + bytes <= house.limits.sessionBytes else { throw Refusal(.sessionFull) }
    }

    /// Bytes of JSON that the session holds at most.
    var heldBytes: Int { snapshotBytes + bytesSinceSnapshot }
}
