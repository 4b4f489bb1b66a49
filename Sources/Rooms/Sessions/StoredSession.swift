package import Facilitation
import Foundation
package import Planning
package import Storage

/// What the database has of one session, read in one transaction.
package struct StoredSession: Sendable {
    package let session: SessionRecord
    package let participants: [ParticipantRecord]
    /// What all its events have led to.
    package private(set) var state: SessionState
    private(set) var journal: SessionJournal
    /// When the last event was, milliseconds since 1970; nil before the first that is still there.
    private(set) var lastAt: Int64?
    /// Participants whose access was taken back.
    private let unseated: Set<String>
    /// Those who joined and were never seen, in the order they joined.
    let newcomers: [String]

    /// Participants who have a place.
    var seated: Set<String> { Set(participants.map(\.id)).subtracting(unseated) }

    /// Whether somebody is kept at all: who joined and never came is not.
    func has(_ participantID: String) -> Bool { participants.contains { $0.id == participantID } }

    /// `nil` when there is no such session.
    ///
    /// - Throws: `StorageError.corrupt` where the state cannot be read.
    package static func read(
        _ id: String, from reader: any StorageReader, limits: RoomLimits = RoomLimits()
    ) throws -> StoredSession? {
        guard let session = try reader.session(id) else { return nil }
        let grants = try reader.grants(ofSession: id, inWeek: session.weekID)
        let holding = Set(grants.lazy.filter { $0.revokedAt == nil }.compactMap(\.participantID))
        var stored = try StoredSession(
            session: session, participants: reader.participants(ofSession: id),
            unseated: Set(grants.compactMap(\.participantID)).subtracting(holding),
            newcomers: reader.newcomers(ofSession: id),
            snapshot: reader.sessionSnapshot(id), limits: limits)
        try stored.takeEvents(from: reader)
        return stored
    }

    private init(
        session: SessionRecord, participants: [ParticipantRecord], unseated: Set<String>, newcomers: [String],
        snapshot: SessionSnapshot?, limits: RoomLimits
    ) throws {
        self.session = session
        self.participants = participants
        self.unseated = unseated
        self.newcomers = newcomers
        journal = SessionJournal(after: snapshot, limits: limits)
        if let snapshot {
            state = try Self.state(of: snapshot)
        } else {
            let beginning = Beginning(session)
            state = SessionState(
                agenda: beginning.phases ?? [], models: [], interpretations: beginning.interpretations)
        }
    }

    /// A journal may be larger than memory: some hundred events at a time.
    private mutating func takeEvents(from reader: any StorageReader) throws {
        var place = journal.tail.begin
        while true {
            let records = try reader.events(ofSession: session.id, after: place, upTo: 500)
            guard let last = records.last else { return }
            for record in records { take(record) }
            place = last.sequence
            lastAt = last.at
        }
    }

    private mutating func take(_ record: EventRecord) {
        let event = Self.recorded(record).event
        let isInSnapshot = record.sequence <= state.sequence
        journal.append(
            JournalEntry(event, record: record), of: event, bytes: record.json.utf8.count, isInSnapshot: isInSnapshot)
        if !isInSnapshot { state.apply(event, at: record.at, sequence: record.sequence) }
    }

    // MARK: What is stored

    /// The JSON that stands for a state, encoded beside the loop.
    nonisolated static func document(of state: SessionState) async throws -> String { try text(of: state) }

    /// The JSON that stands for a state.
    package static func text(of state: SessionState) throws -> String {
        String(decoding: try CanonicalJSON.encode(state), as: UTF8.self)
    }

    /// - Throws: `StorageError.corrupt`.
    package static func state(of snapshot: SessionSnapshot) throws -> SessionState {
        do {
            return try JSONDecoder().decode(SessionState.self, from: Data(snapshot.document.utf8))
        } catch {
            throw StorageError.corrupt(.row(table: "session_snapshot", column: "document"))
        }
    }

    static func recorded(_ record: EventRecord) -> RecordedEvent {
        let event = try? JSONDecoder().decode(SessionEvent.self, from: Data(record.json.utf8))
        return RecordedEvent(
            sequence: record.sequence, at: record.at, event: event ?? .unknown(kind: "unreadable"))
    }

    /// What of a session's interchange document its state begins with.
    private struct Beginning: Decodable {
        let phases: [AgendaPhase]?
        let values: [ValueInterpretation]?

        init(_ session: SessionRecord) {
            let read = try? JSONDecoder().decode(Beginning.self, from: Data(session.document.utf8))
            phases = read?.phases
            values = read?.values
        }

        var interpretations: [String: String] {
            Dictionary((values ?? []).map { ($0.valueId, $0.text) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// What one of its models says, from the document as stored.
    ///
    /// - Returns: `nil` when the session has no such model.
    /// - Throws: `RoomError.unreadable` when the document is damaged.
    package func modelState(
        of modelID: String, document stored: StoredDocument?, definitions: FieldDefinitions
    ) throws -> ModelState? {
        guard let decided = state.model(modelID) else { return nil }
        let content = try ModelContent(
            reading: stored, id: modelID, level: decided.level, definitions: definitions)
        return ModelState(decided, content: content, sessionID: session.id, isLocked: state.isClosed(decided))
    }
}
