import CRDT
package import Facilitation
import ModelBinding
package import Planning
import Rooms
package import Storage

/// Everything that the database has of somebody who took part in a session.
package struct StoredPerson: Sendable {
    /// An event of the session's, as stored.
    package struct Event: Sendable {
        package let sequence, at: Int64
        package let json: JSONValue
    }

    package let id: String
    package let session: SessionRecord
    /// Empty once it was deleted.
    package let displayName: String
    package let unitID, externalID, function: String?
    /// nil for somebody whom an imported session names.
    package let joinedAt: Int64?
    /// Ways in that were given to this person; their tokens are stored nowhere.
    package let grants: [GrantRecord]
    /// Those that name the person. What they said alone stands here only until the session's state is stored in its
    /// place.
    package let events: [Event]
    /// What the person said for themselves, as the session has it now.
    package let answers: OwnState

    /// - Returns: nil where nobody of this id took part in the session.
    package static func read(
        _ id: String, inSession sessionID: String, _ reader: any StorageReader
    ) throws -> StoredPerson? {
        guard let session = try reader.session(sessionID) else { return nil }
        let row = try reader.participant(id).flatMap { $0.sessionID == sessionID ? $0 : nil }
        let named = Week.Session(try JSONValue.parse(session.document)).participants.first { $0.id == id }
        guard row != nil || named != nil else { return nil }
        let state = try StoredSession.read(sessionID, from: reader)?.state ?? SessionState()
        let events = try reader.events(ofSession: sessionID, after: 0).compactMap { event -> Event? in
            // Parsed only where it may say something: a journal is long.
            guard event.json.contains(id), let json = try? JSONValue.parse(event.json) else { return nil }
            return Event(sequence: event.sequence, at: event.at, json: json)
        }
        return StoredPerson(
            id: id, session: session, displayName: row?.displayName ?? named?.displayName ?? "",
            unitID: row?.unitID ?? named?.unitId, externalID: row?.externalID ?? named?.externalId,
            function: row?.function ?? named?.function, joinedAt: row?.joinedAt,
            grants: try reader.grants(ofSession: sessionID, inWeek: session.weekID).filter { $0.participantID == id },
            events: events, answers: state.said(by: id))
    }

    /// Those of a name, whatever its case; or the one with this id.
    ///
    /// - Parameters:
    ///   - weekID: nil: in every week.
    ///   - sessionID: nil: in every session.
    package static func find(
        _ nameOrID: String, weekID: String?, sessionID: String?, _ reader: any StorageReader
    ) throws -> [StoredPerson] {
        let name = nameOrID.trimmed.lowercased()
        var found: [StoredPerson] = []
        for week in try reader.weeks() where weekID == nil || week.id == weekID {
            for session in try reader.sessions(ofWeek: week.id) where sessionID == nil || session.id == sessionID {
                let rows = try reader.participants(ofSession: session.id).map { ($0.id, $0.displayName) }
                let known = Set(rows.map(\.0))
                let named = Week.Session(try JSONValue.parse(session.document)).participants
                    .map { ($0.id, $0.displayName ?? "") }.filter { !known.contains($0.0) }
                for (id, theirs) in rows + named where id == nameOrID || theirs.trimmed.lowercased() == name {
                    if let person = try read(id, inSession: session.id, reader) { found.append(person) }
                }
            }
        }
        return found
    }

    /// The session that somebody with this id took part in.
    ///
    /// - Throws: `ApplicationError.notFound`.
    package static func session(of id: String, _ reader: any StorageReader) throws -> String {
        let person = try find(id, weekID: nil, sessionID: nil, reader).first { $0.id == id }
        guard let person else { throw ApplicationError.notFound }
        return person.session.id
    }

    /// All of it, for the person to read.
    ///
    /// - Parameter definitions: for the places in models where the name stands.
    package func account(_ definitions: FieldDefinitions, _ reader: any StorageReader) throws -> JSONValue {
        let week = try reader.week(session.weekID).map { Week(stored: try JSONValue.parse($0.document)) }
        let planned = Week.Session(try JSONValue.parse(session.document))
        let made = WallClock.date(session.createdAt)
        let deleted =
            joinedAt.flatMap { joined in
                week?.nameDeleted(inSession: planned, joined: WallClock.date(joined), made: made)
            } ?? week?.namesDeleted(inSession: planned, made: made)
        let removal = try RemovalPreview(definitions: definitions).participant(id, inSession: session.id, reader)
        return .object(ofPresent: [
            "participantId": .string(id), "displayName": displayName.isEmpty ? nil : .string(displayName),
            "nameDeletedOn": displayName.isEmpty ? nil : deleted.map { .string($0.iso) },
            "unitId": unitID.map(JSONValue.string), "externalId": externalID.map(JSONValue.string),
            "function": function.map(JSONValue.string), "joinedAt": joinedAt.map { .integer(Int($0)) },
            "session": ["id": .string(session.id), "title": .string(planned.title)],
            "week": ["id": .string(session.weekID), "title": .string(week?.title ?? "")],
            "access": .array(grants.map(Self.account)),
            "events": .array(
                events.map { ["seq": .integer(Int($0.sequence)), "at": .integer(Int($0.at)), "event": $0.json] }),
            "answers": try JSONValue(encoding: answers),
            "comments": .array(try comments(reader)),
            "mentions": try JSONValue(encoding: removal.mentions),
        ])
    }

    /// Without the token's hash: it says nothing about the person and opens nothing.
    private static func account(_ grant: GrantRecord) -> JSONValue {
        .object(ofPresent: [
            "role": .string(grant.role.rawValue), "createdAt": .integer(Int(grant.createdAt)),
            "expiresAt": grant.expiresAt.map { .integer(Int($0)) },
            "revokedAt": grant.revokedAt.map { .integer(Int($0)) },
        ])
    }

    private func comments(_ reader: any StorageReader) throws -> [JSONValue] {
        try reader.models(ofSession: session.id).flatMap { model -> [JSONValue] in
            guard let document = try reader.document(model.id)?.restore(id: model.id) else { return [] }
            return CommentAuthors.texts(of: id, in: document).map { comment in
                ["modelId": .string(model.id), "fieldId": .string(comment.field), "text": .string(comment.text)]
            }
        }
    }
}
