package import CRDT
package import Storage
import Transport

extension StoredDocument {
    /// The document with everything integrated: the snapshot, then the log.
    ///
    /// - Parameter limits: the engine's; what is stored beyond them is not opened.
    /// - Throws: `RoomError.unreadable` when something of it is no update: it is never served in part.
    package func restore(id: String, limits: Limits = .standard) throws(RoomError) -> Document {
        let document = Document(clientID: UInt64(UInt32.random(in: 1...UInt32.max)), limits: limits)
        do {
            if let snapshot { _ = try document.apply(snapshot) }
            for update in updates { _ = try document.apply(update.bytes) }
        } catch {
            throw .unreadable(id, reason: "\(error)")
        }
        return document
    }
}

/// How much the documents of sessions and weeks take in the database: counted there when a session is opened and again
/// every minute while it is live, and between two counts by what is committed.
@ServiceLoop
struct StoredBytes {
    private var documents: [String: Int] = [:]
    private var versions: [String: Int] = [:]
    private var weeks: [String: Int] = [:]
    private var countedAt: [String: ContinuousClock.Instant] = [:]

    private static let interval: Duration = .seconds(60)

    /// What one count found.
    struct Count: Sendable {
        let session: String
        let week: String
        let documents, versions, ofWeek: Int64

        init(session: String, week: String, from reader: any StorageReader) throws {
            self.session = session
            self.week = week
            documents = try reader.documentBytes(ofSession: session)
            versions = try reader.versionBytes(ofSession: session)
            ofWeek = try reader.documentBytes(ofWeek: week)
        }
    }

    mutating func note(_ count: Count, at now: ContinuousClock.Instant) {
        documents[count.session] = Int(count.documents)
        versions[count.session] = Int(count.versions)
        weeks[count.week] = Int(count.ofWeek)
        countedAt[count.session] = now
    }

    mutating func committed(_ bytes: Int, session: String, week: String) {
        documents[session, default: 0] += bytes
        weeks[week, default: 0] += bytes
    }

    mutating func forget(session: String) {
        documents[session] = nil
        versions[session] = nil
        countedAt[session] = nil
    }

    /// Whether a count is due.
    func isDue(_ session: String, at now: ContinuousClock.Instant) -> Bool {
        countedAt[session].map { $0 + Self.interval <= now } ?? true
    }

    /// Why the models of a session take no more; `nil` while they do.
    func obstacle(session: String, week: String, _ limits: RoomLimits) -> DropReason? {
        if documents[session, default: 0] >= limits.sessionDocumentBytes { return .sessionFull }
        return weeks[week, default: 0] >= limits.weekBytes ? .weekFull : nil
    }

    /// Whether versions are kept with their contents.
    func keepsVersions(session: String, _ limits: RoomLimits) -> Bool {
        versions[session, default: 0] < limits.sessionDocumentBytes
    }
}
