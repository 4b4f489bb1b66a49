import Foundation
package import Planning
package import Storage

/// A week as the database has it: the interchange document in three kinds of rows, so that a session or a model can
/// be added without rewriting the rest, and the people who joined.
package struct WeekRecords: Sendable {
    package let week: WeekRecord
    package let sessions: [SessionRecord]
    package let models: [ModelRecord]
    /// By session.
    package let participants: [String: [ParticipantRecord]]

    /// `nil` when there is no such week. Reads everything in one transaction.
    ///
    /// - Parameters:
    ///   - hasModels: whether models are read as well.
    ///   - people: whether those who joined are read as well.
    package static func read(
        _ id: String, withModels hasModels: Bool = true, withPeople people: Bool = true, from reader: any StorageReader
    ) throws -> WeekRecords? {
        guard let week = try reader.week(id) else { return nil }
        let sessions = try reader.sessions(ofWeek: id)
        var participants: [String: [ParticipantRecord]] = [:]
        for session in sessions where people {
            participants[session.id] = try reader.participants(ofSession: session.id)
        }
        return WeekRecords(
            week: week, sessions: sessions,
            // A model's position counts through the whole week, whatever session it belongs to.
            models: hasModels ? try reader.models(ofWeek: id).sorted { $0.position < $1.position } : [],
            participants: participants)
    }

    /// The whole document again: sessions and models in their order, with the people who joined.
    package func assemble() throws -> Week {
        var parts = StoredWeek(
            week: try JSONValue.parse(week.document),
            sessions: try sessions.map { try session($0) },
            models: try models.map { try JSONValue.parse($0.document) })
        // A week that was made without models or sessions gains the members with the first of them.
        if !parts.models.isEmpty, parts.week["models"] == nil { parts.week["models"] = [] }
        if !parts.sessions.isEmpty, parts.week["sessions"] == nil { parts.week["sessions"] = [] }
        return Week(stored: parts.joined())
    }

    private func session(_ record: SessionRecord) throws -> JSONValue {
        var session = try JSONValue.parse(record.document)
        var people = session.elements("participants")
        let known = Set(people.compactMap { $0["id"]?.string })
        for person in participants[record.id] ?? [] where !known.contains(person.id) {
            people.append(
                .object(ofPresent: [
                    "id": .string(person.id),
                    "displayName": person.displayName.isEmpty ? nil : .string(person.displayName),
                    "unitId": person.unitID.map(JSONValue.string),
                    "externalId": person.externalID.map(JSONValue.string), "function": .string(person.function),
                ]))
        }
        if !people.isEmpty { session["participants"] = .array(people) }
        let listed = session["modelIds"]?.strings ?? []
        let added = models.filter { $0.sessionID == record.id && !listed.contains($0.id) }.map(\.id)
        if !added.isEmpty { session["modelIds"] = .strings(listed + added) }
        return session
    }
}
