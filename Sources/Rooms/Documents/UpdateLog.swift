package import Logging
package import Storage
package import Transport

/// The way of updates to the disk: every room's updates of a turn go together, and what arrives while a commit is
/// under way waits for the next one. Under load commits therefore grow instead of queueing.
///
/// When the database fails nothing is forgotten: the batches stay first in line and are tried again, rooms refuse
/// new updates meanwhile (`isAccepting`), and every room is told when it works again.
@ServiceLoop
package final class UpdateLog {
    /// What one room gained since its last batch.
    struct Batch {
        let room: DocumentRoom
        let updates: [[UInt8]]
        let receipt: CommitReceipt

        var bytes: Int { updates.reduce(0) { $0 + $1.count } }
    }

    private let storage: any Storage
    private let timing: any LoopTiming
    private let limits: RoomLimits
    private let logger: Logger
    private var queue: [Batch] = []
    private var isDraining = false
    /// Bytes handed in and not yet durable.
    package private(set) var unsavedBytes = 0

    /// Whether the database takes what is written; `false` from a failed commit to the next that succeeds.
    package private(set) var isAccepting = true
    /// Told when `isAccepting` changes.
    package var healthChanged: (@ServiceLoop (Bool) -> Void)?
    /// Told of every commit that succeeded: how many updates it held.
    package var committed: (@ServiceLoop (Int) -> Void)?

    package init(storage: any Storage, timing: any LoopTiming, limits: RoomLimits, logger: Logger) {
        self.storage = storage
        self.timing = timing
        self.limits = limits
        self.logger = logger
    }

    func append(_ batch: Batch) {
        queue.append(batch)
        unsavedBytes += batch.bytes
        // A disk that stands still must not fill the memory: nothing more is taken until it has caught up.
        if unsavedBytes > limits.unsavedBytes { noteHealth(false) }
        drain()
    }

    /// Begins to recover when the database has failed at something other than updates; called now and then, and by who
    /// met the failure.
    package func recoverIfFailed() {
        guard isAccepting, storage.failure != nil else { return }
        noteHealth(false)
        guard !isDraining else { return }
        isDraining = true
        retryLater()
    }

    /// Whether everything handed in is durable.
    package var isIdle: Bool { queue.isEmpty && !isDraining }

    private func drain() {
        guard !isDraining, !queue.isEmpty else { return }
        isDraining = true
        Task { @ServiceLoop in await drainQueue() }
    }

    private func drainQueue() async {
        while !queue.isEmpty {
            let work = queue
            queue = []
            guard let sequences = await commit(work) else {
                queue = work + queue
                retryLater()
                return
            }
            unsavedBytes -= work.reduce(0) { $0 + $1.bytes }
            for (batch, last) in zip(work, sequences) {
                batch.room.committed(batch.receipt, updates: batch.updates, lastSequence: last)
            }
            committed?(work.reduce(0) { $0 + $1.updates.count })
            noteHealth(true)
        }
        isDraining = false
    }

    /// Appends everything in one transaction.
    /// - Returns: for each batch the sequence number of its last update; `nil` if nothing was written.
    private func commit(_ work: [Batch]) async -> [Int64]? {
        let entries = work.map { (document: $0.room.id, updates: $0.updates) }
        do {
            return try await storage.write { writer in
                try entries.map { entry in
                    var last: Int64 = 0
                    for update in entry.updates {
                        last = try writer.appendUpdate(documentID: entry.document, bytes: update)
                    }
                    return last
                }
            }
        } catch {
            logger.error("the database did not take the updates", metadata: ["reason": "\(error)"])
            noteHealth(false)
            return nil
        }
    }

    /// Puts a snapshot in the place of a document's updates, up to one of them.
    ///
    /// - Throws: `StorageError`; then the updates are as they were.
    func replace(_ documentID: String, by snapshot: [UInt8], throughSequence last: Int64) async throws {
        try await storage.write { writer in
            try writer.replaceLog(documentID: documentID, snapshot: snapshot, throughSequence: last)
        }
    }

    private func retryLater() {
        timing.after(limits.retryAfterFailure) { [weak self] in
            Task { @ServiceLoop in await self?.retry() }
        }
    }

    /// Tries again, after an I/O error with a new connection: nothing that the old one holds counts. Nobody is told
    /// that it works before something has been committed.
    private func retry() async {
        do {
            if let failure = storage.failure, failure.stopsWriting { try await storage.reopen() }
            if queue.isEmpty { try await probe() }
        } catch {
            logger.error("the database still fails", metadata: ["reason": "\(error)"])
            return retryLater()
        }
        isDraining = false
        guard queue.isEmpty else { return drain() }
        noteHealth(true)
    }

    /// Commits something that needs room, as an edit would: changing a row in its place still works in a database that
    /// is full.
    ///
    /// - Throws: `StorageError` when it could not be committed.
    package func probe() async throws {
        let now = timing.now
        try await storage.write { writer in
            try writer.setSetting("lastProbe", to: String(repeating: ".", count: 16 * 1024))
            try writer.setSetting("lastProbe", to: "\(now)")
        }
    }

    private func noteHealth(_ works: Bool) {
        guard works != isAccepting else { return }
        isAccepting = works
        healthChanged?(works)
    }
}
