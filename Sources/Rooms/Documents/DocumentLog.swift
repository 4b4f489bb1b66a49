import CRDT
import Logging
import Storage
import Transport

/// One document's part of the ``UpdateLog``: how long it has become since its last snapshot, and the snapshot that
/// takes its place. Updates that are committed while a snapshot is on its way stay in the log.
@ServiceLoop
final class DocumentLog {
    /// So much of a log, from its beginning.
    private struct Extent {
        var updates = 0
        var bytes = 0
        /// The sequence number of the last durable update; 0 when there is none.
        var lastSequence: Int64 = 0

        mutating func grow(by updates: [[UInt8]], lastSequence: Int64) {
            self.updates += updates.count
            bytes += updates.reduce(0) { $0 + $1.count }
            self.lastSequence = max(self.lastSequence, lastSequence)
        }
    }

    private let documentID: String
    private let log: UpdateLog
    private let logger: Logger
    /// From how many updates, and how many bytes, on a snapshot takes the log's place.
    private let longest: (updates: Int, bytes: Int)
    /// What is in the log and in no snapshot.
    private var extent = Extent()
    /// Whether a snapshot is on its way.
    private(set) var isBeingReplaced = false

    /// - Parameter stored: what the database has of the document; nil where it has nothing.
    init(of documentID: String, stored: StoredDocument?, in log: UpdateLog, environment: RoomEnvironment) {
        self.documentID = documentID
        self.log = log
        logger = environment.logger
        longest = (environment.limits.updatesBeforeSnapshot, environment.limits.bytesBeforeSnapshot)
        guard let stored else { return }
        extent.lastSequence = stored.snapshotSequence
        extent.grow(by: stored.updates.map(\.bytes), lastSequence: stored.updates.last?.sequence ?? 0)
    }

    /// Whether the database takes what is written.
    var isAccepting: Bool { log.isAccepting }

    /// Hands a batch in; ``DocumentRoom/committed(_:updates:lastSequence:)`` is called once COMMIT has returned.
    func append(_ updates: [[UInt8]], _ receipt: CommitReceipt, of room: DocumentRoom) {
        log.append(UpdateLog.Batch(room: room, updates: updates, receipt: receipt))
    }

    /// Counts what was committed.
    func grow(by updates: [[UInt8]], lastSequence: Int64) {
        extent.grow(by: updates, lastSequence: lastSequence)
    }

    // MARK: Snapshots

    /// Puts a snapshot in the log's place, soon, when the log has become long.
    func replaceIfLong(by snapshot: () -> [UInt8]) {
        guard extent.updates >= longest.updates || extent.bytes >= longest.bytes, !isBeingReplaced else { return }
        replaceSoon(by: snapshot())
    }

    /// The same unless the log is empty, for a room that is let go of.
    func replaceUnlessEmpty(by snapshot: () -> [UInt8]) {
        guard extent.updates > 0 else { return }
        replaceSoon(by: snapshot())
    }

    private func replaceSoon(by snapshot: [UInt8]) {
        isBeingReplaced = true
        let replaced = extent
        Task { @ServiceLoop in
            do {
                try await replace(replaced, by: snapshot)
            } catch {
                logger.error("no snapshot", metadata: ["document": "\(documentID)", "reason": "\(error)"])
            }
            isBeingReplaced = false
        }
    }

    /// Puts a snapshot in the place of everything; returns when the disk has it. Nothing may be under way.
    ///
    /// - Throws: `StorageError`.
    func replaceAll(by snapshot: () -> [UInt8]) async throws {
        guard extent.lastSequence > 0 else { return }
        isBeingReplaced = true
        defer { isBeingReplaced = false }
        try await replace(extent, by: snapshot())
    }

    private func replace(_ replaced: Extent, by snapshot: [UInt8]) async throws {
        try await log.replace(documentID, by: snapshot, throughSequence: replaced.lastSequence)
        extent.updates -= replaced.updates
        extent.bytes -= replaced.bytes
    }
}
