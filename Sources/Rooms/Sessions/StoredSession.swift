import CRDT
package import Facilitation
import Foundation
import ModelBinding
package import Planning
package import Storage

/// Everything the database has of one session, read in one transaction.
package struct StoredSession: Sendable {
    package let session: SessionRecord
    package let participants: [ParticipantRecord]
    package let events: [EventRecord]
    /// Participants whose access was taken back.
    private let unseated: Set<String>

    /// Participants who have a place.
    var seated: Set<String> { Set(participants.map(\.id)).subtracting(unseated) }

    /// Whether somebody is kept at all: who joined and never came is not.
    func has(_ participantID: String) -> Bool { participants.contains { $0.id == participantID } }

    /// `nil` when there is no such session.
    package static func read(_ id: String, from reader: any StorageReader) throws -> StoredSession? {
        guard let session = try reader.session(id) else { return nil }
        let grants = try reader.grants(ofSession: id, inWeek: session.weekID)
        let holding = Set(grants.lazy.filter { $0.revokedAt == nil }.compactMap(\.participantID))
        return StoredSession(
            session: session, participants: try reader.participants(ofSession: id),
            events: try reader.events(ofSession: id, after: 0),
            unseated: Set(grants.compactMap(\.participantID)).subtracting(holding))
    }

    /// The state its events lead to.
    package var state: SessionState { state(after: recorded) }

    /// The events, read.
    var recorded: [RecordedEvent] { events.map(Self.recorded) }

    func state(after recorded: [RecordedEvent]) -> SessionState {
        SessionState.fold(recorded, agenda: agenda, models: [], interpretations: interpretations)
    }

    static func recorded(_ record: EventRecord) -> RecordedEvent {
        let event = try? JSONDecoder().decode(SessionEvent.self, from: Data(record.json.utf8))
        return RecordedEvent(
            sequence: record.sequence, at: record.at, event: event ?? .unknown(kind: "unreadable"))
    }

    private var agenda: [AgendaPhase] {
        struct Document: Decodable {
            let phases: [AgendaPhase]?
        }
        return (try? JSONDecoder().decode(Document.self, from: Data(session.document.utf8)))?.phases ?? []
    }

    private var interpretations: [String: String] {
        struct Document: Decodable {
            let values: [ValueInterpretation]?
        }
        let values = (try? JSONDecoder().decode(Document.self, from: Data(session.document.utf8)))?.values ?? []
        return Dictionary(values.map { ($0.valueId, $0.text) }, uniquingKeysWith: { first, _ in first })
    }

    /// What one of its models says, from the document as stored.
    ///
    /// - Returns: `nil` when the session has no such model.
    /// - Throws: `RoomError.unreadable` when the document is damaged.
    package func modelState(
        of modelID: String, document stored: StoredDocument?, definitions: FieldDefinitions
    ) throws -> ModelState? {
        let state = state
        guard let decided = state.model(modelID) else { return nil }
        let document = try stored?.restore(id: modelID) ?? Document(clientID: 1)
        let model = ModelBinding.read(document, id: modelID, level: decided.level, definitions: definitions)
        return ModelState(
            decided, content: ModelContent(model: model, definitions: definitions), sessionID: session.id,
            isLocked: decided.isLocked || state.isEnded)
    }
}
