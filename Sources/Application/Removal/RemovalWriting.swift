import Facilitation
import Planning
import Rooms
package import Storage

/// Deleting in the database, as a part of a transaction: the same beside a running server and without one.
package enum RemovalWriting {
    /// A model with its document and versions. What the session's journal says of it goes, and so does its place in the
    /// imported session.
    package static func remove(model id: String, _ writer: any StorageWriter) throws {
        guard let model = try writer.model(id) else { throw ApplicationError.notFound }
        try redact(session: model.sessionID, writer) { EventRedaction.removing(model: id, from: $0) }
        try change(stateOf: model.sessionID, writer) { $0.without(model: id) }
        try change(session: model.sessionID, writer) { Week.without(model: id, session: $0) }
        try noteTraces(writer)
    }

    package static func remove(session id: String, _ writer: any StorageWriter) throws {
        try writer.deleteSession(id)
        try writer.setSetting(NameDeletion.setting(of: id), to: nil)
        try noteTraces(writer)
    }

    package static func remove(week id: String, _ writer: any StorageWriter) throws {
        for session in try writer.sessions(ofWeek: id) {
            try writer.setSetting(NameDeletion.setting(of: session.id), to: nil)
        }
        try writer.deleteWeek(id)
        try noteTraces(writer)
    }

    /// A participant: name, unit, function, ways in, and what was said alone. What was said for a unit stays as the unit's.
    package static func remove(participant id: String, from sessionID: String, _ writer: any StorageWriter) throws {
        if try writer.participant(id)?.sessionID == sessionID { try writer.deleteParticipant(id) }
        try redact(session: sessionID, writer) { EventRedaction.removing(participant: id, from: $0) }
        try change(stateOf: sessionID, writer) { $0.without(participant: id) }
        try change(session: sessionID, writer) { Week.without(participant: id, session: $0) }
        try noteTraces(writer)
    }

    /// Nothing that was answered before says it again. The files are gone through afterwards, also when the server ends
    /// before.
    private static func noteTraces(_ writer: any StorageWriter) throws {
        try writer.blankAnswers()
        try writer.setSetting(NameDeletion.tracesSetting, to: "1")
    }

    private static func redact(
        session id: String, _ writer: any StorageWriter, _ redaction: (JSONValue) -> JSONValue?
    ) throws {
        for event in try writer.events(ofSession: id, after: 0) {
            guard let json = try? JSONValue.parse(event.json), let other = redaction(json) else { continue }
            try writer.rewriteEvent(ofSession: id, sequence: event.sequence, json: other.text())
        }
    }

    /// The state that stands in the place of older events, where there is one.
    private static func change(
        stateOf sessionID: String, _ writer: any StorageWriter, _ change: (SessionState) -> SessionState
    ) throws {
        guard let snapshot = try writer.sessionSnapshot(sessionID) else { return }
        let changed = try StoredSession.text(of: change(try StoredSession.state(of: snapshot)))
        try writer.rewriteSnapshot(ofSession: sessionID, document: changed)
    }

    private static func change(
        session id: String, _ writer: any StorageWriter, _ change: (JSONValue) -> JSONValue
    ) throws {
        guard var session = try writer.session(id) else { return }
        let changed = change(try JSONValue.parse(session.document)).text()
        guard changed != session.document else { return }
        session.document = changed
        try writer.updateSession(session)
    }
}
