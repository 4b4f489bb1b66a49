import CRDT
import Facilitation
import Foundation
import ModelBinding
package import Planning
import Rooms
package import Storage

/// An interchange document on its way in: checked as a whole, then written in one transaction or not at all.
package struct WeekImport: Sendable {
    /// What came of it.
    package struct Receipt: Codable, Sendable {
        package struct Session: Codable, Sendable {
            package struct Model: Codable, Sendable {
                package let id: String
            }

            package let id, joinCode: String
            package let models: [Model]
        }

        package let weekId: String
        package let sessions: [Session]
        /// Whether the same week, with the same content, was there before: then nothing changed.
        package var wasThere = false
        /// What to look at because of how the file was read; absent where there is nothing.
        package var notes: [LocalizedText]?

        private enum CodingKeys: String, CodingKey { case weekId, sessions, notes }
    }

    private struct PreparedModel {
        let record: ModelRecord
        let update: [UInt8]
        let events: [SessionEvent]
    }

    /// What is written, as the interchange document has it.
    package let week: Week
    private let sessions: [SessionRecord]
    private let models: [PreparedModel]
    private let createdAt: Int64
    private let limits: CreationLimits

    /// Makes everything that will be written. Does no I/O.
    /// - Parameter now: milliseconds since 1970.
    package init(_ week: Week, definitions: FieldDefinitions, limits: CreationLimits, now: Int64) {
        self.week = week
        self.limits = limits
        createdAt = now
        sessions = week.sessions.enumerated().map { position, session in
            SessionRecord(
                id: session.id, weekID: week.id, position: position, document: session.source.text(),
                joinCode: JoinCode.make(),
                joinCodeExpiresAt: limits.joinCodeEnds(day: session.date, now: now), createdAt: now)
        }
        models = week.models.enumerated().map { position, model in
            Self.prepare(model, of: week, position: position, definitions: definitions, now: now)
        }
    }

    private static func prepare(
        _ model: Week.Model, of week: Week, position: Int, definitions: FieldDefinitions, now: Int64
    ) -> PreparedModel {
        let content = CollaborationModel(model, definitions: definitions, week: week)
        let version = ModelContent.version(of: content, definitions: definitions)
        let creation = ModelCreation(
            modelId: model.id, level: model.level, title: content.title, goalIds: content.goalIds)
        let confirmations = model.confirmations.map { confirmation in
            SessionEvent(
                ModelConfirmed(
                    ModelConfirmation(
                        modelId: model.id, party: confirmation.party, function: confirmation.function,
                        contentVersion: confirmation.contentVersion ?? version, give: confirmation.give,
                        need: confirmation.need, on: confirmation.on.iso, participantId: nil)))
        }
        return PreparedModel(
            record: ModelRecord(
                id: model.id, weekID: week.id, sessionID: model.sessionId ?? "", position: position,
                level: model.level, document: model.source.text(), createdAt: now),
            update: ModelBinding.makeUpdate(for: content, definitions: definitions),
            events: [SessionEvent(ModelCreated(creation))] + confirmations)
    }

    /// Writes it all. Runs in one transaction of the caller's.
    ///
    /// - Throws: `ImportFaults` when an identifier belongs to another week; `StorageError.conflict` when the week is
    ///   there already; `ApplicationError.full`.
    package func write(to writer: any StorageWriter) throws -> Receipt {
        guard try writer.week(week.id) == nil else {
            throw StorageError.conflict("the week \(week.id) is there already")
        }
        try check(writer)
        let parts = StoredWeek(splitting: week.source)
        try writer.insertWeek(WeekRecord(id: week.id, document: parts.week.text(), createdAt: createdAt))
        for session in sessions { try writer.insertSession(session) }
        for model in models {
            try writer.insertModel(model.record)
            _ = try writer.appendUpdate(documentID: model.record.id, bytes: model.update)
            for event in model.events {
                let json = String(decoding: try CanonicalJSON.encode(event), as: UTF8.self)
                _ = try writer.appendEvent(sessionID: model.record.sessionID, at: createdAt, json: json)
            }
        }
        return Receipt(
            weekId: week.id,
            sessions: sessions.map { session in
                Receipt.Session(
                    id: session.id, joinCode: session.joinCode,
                    models: models.filter { $0.record.sessionID == session.id }.map { .init(id: $0.record.id) })
            })
    }

    /// What the transaction would refuse, told before it.
    package func check(_ reader: any StorageReader) throws {
        try limits.checkWeek(sessions: sessions.count, reader)
        try checkIdentifiers(reader)
    }

    private func checkIdentifiers(_ reader: any StorageReader) throws {
        var faults: [ImportFault] = []
        for (index, session) in sessions.enumerated() where try reader.session(session.id) != nil {
            faults.append(Self.taken("$.sessions[\(index)].id", session.id))
        }
        for (index, model) in models.enumerated() where try reader.model(model.record.id) != nil {
            faults.append(Self.taken("$.models[\(index)].id", model.record.id))
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
    }

    private static func taken(_ path: String, _ id: String) -> ImportFault {
        ImportFault(
            path: path,
            message: LocalizedText(
                da: "»\(id)« findes allerede i en anden uge. Giv den et andet id.",
                en: "“\(id)” exists in another week already. Give it another id."))
    }
}
