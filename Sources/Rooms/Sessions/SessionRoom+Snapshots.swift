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
        let limits = rooms.limits
        guard
            journal.eventsSinceSnapshot >= limits.updatesBeforeSnapshot
                || journal.bytesSinceSnapshot >= max(limits.bytesBeforeSnapshot, journal.snapshotBytes / 2)
        else { return }
        keepSnapshot()
    }

    /// The same before the room is let go of, unless it is soon read.
    func keepSnapshotBeforeUnload() {
        guard journal.eventsSinceSnapshot >= rooms.limits.updatesBeforeSnapshot / 10 else { return }
        keepSnapshot()
    }

    private func keepSnapshot() {
        guard !isKeepingSnapshot, !journal.hasUnknownEvents else { return }
        isKeepingSnapshot = true
        Task { @ServiceLoop in
            defer { isKeepingSnapshot = false }
            do {
                let snapshot = try await drawSnapshot()
                // Commands wait for the storing alone. What was deleted meanwhile must not come back by an older state.
                await waitForTurn()
                defer { endTurn() }
                guard snapshot.state.sequence >= picturesBegin else { return }
                try await store(snapshot)
            } catch {
                rooms.logger.error("no snapshot", metadata: ["session": "\(id)", "reason": "\(error)"])
            }
        }
    }

    /// A state and the JSON that stands for it.
    private struct Drawn {
        let state: SessionState
        let journal: SessionJournal
        let document: String
    }

    /// Encodes the state beside the loop.
    private func drawSnapshot() async throws -> Drawn {
        let (state, journal) = (state, journal)
        return Drawn(state: state, journal: journal, document: try await StoredSession.document(of: state))
    }

    /// Stores a state in the place of its events, in a turn: nothing is decided or deleted meanwhile.
    private func store(_ snapshot: Drawn) async throws {
        let limits = rooms.limits
        let bound = HistoryBound(events: limits.historyEvents, bytes: limits.historyBytes)
        try await rooms.storage.write { [id] writer in
            try writer.replaceEvents(
                ofSession: id, by: snapshot.document, throughSequence: snapshot.state.sequence,
                leaving: limits.missedEvents, keeping: bound
            ) { StoredSession.recorded($0).event.isHistory }
        }
        journal.replaced(snapshot.journal, by: snapshot.document)
    }

    /// Whether events of so many bytes more may be taken. Called in a turn.
    ///
    /// - Throws: `Refusal` with `sessionFull`; `StorageError`.
    func checkRoom(for bytes: Int) async throws {
        guard journal.heldBytes + bytes > rooms.limits.sessionBytes else { return }
        // What was written over is counted until the state is measured anew.
        if journal.bytesSinceSnapshot > rooms.limits.missedBytes, !isKeepingSnapshot, !journal.hasUnknownEvents {
            try await store(drawSnapshot())
        }
        guard journal.heldBytes + bytes <= rooms.limits.sessionBytes else { throw Refusal(.sessionFull) }
    }
}
