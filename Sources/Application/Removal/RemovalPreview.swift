import CRDT
import Facilitation
import Foundation
import ModelBinding
package import Planning
import Rooms
package import Storage

/// Counts what would go, from the database alone: what people wrote in the last moment changes no number here.
package struct RemovalPreview: Sendable {
    package let definitions: FieldDefinitions

    package init(definitions: FieldDefinitions) { self.definitions = definitions }

    /// All of the week's sessions, models and plans go with it.
    package func week(_ id: String, _ reader: any StorageReader) throws -> Removal {
        guard let record = try reader.week(id) else { throw ApplicationError.notFound }
        let week = Week(stored: try JSONValue.parse(record.document))
        var removal = Removal(.week, id: id, title: week.title)
        removal.add(try reader.belongings(of: .week(id)))
        for session in try reader.sessions(ofWeek: id) {
            removal.confirmations += try confirmations(inSession: session.id, reader)
        }
        return removal
    }

    /// The week stays, and what its plans have taken from the session's models.
    package func session(_ id: String, _ reader: any StorageReader) throws -> Removal {
        guard let record = try reader.session(id) else { throw ApplicationError.notFound }
        var removal = Removal(.session, id: id, title: Week.Session(try JSONValue.parse(record.document)).title)
        removal.add(try reader.belongings(of: .session(id)))
        removal.sessions = 0
        removal.confirmations = try confirmations(inSession: id, reader)
        return removal
    }

    /// Its session stays, and what plans have taken from it.
    package func model(_ id: String, _ reader: any StorageReader) throws -> Removal {
        guard let record = try reader.model(id), let stored = try StoredSession.read(record.sessionID, from: reader)
        else { throw ApplicationError.notFound }
        let state = try stored.modelState(of: id, document: reader.document(id), definitions: definitions)
        var removal = Removal(.model, id: id, title: state?.model.title ?? "")
        removal.add(try reader.belongings(of: .model(id)))
        removal.models = 0
        removal.confirmations = state?.confirmations.count ?? 0
        return removal
    }

    /// - Throws: `ApplicationError.notFound` where nobody of this id took part in the session.
    package func participant(_ id: String, inSession sessionID: String, _ reader: any StorageReader) throws -> Removal {
        let person = try StoredPerson.read(id, inSession: sessionID, reader)
        guard let person else { throw ApplicationError.notFound }
        var removal = Removal(.participant, id: id, title: person.displayName)
        removal.grants = person.grants.count { $0.revokedAt == nil }
        removal.answers = person.answers.count
        removal.confirmations = person.events.count { event in
            event.json["participantId"]?.string == id && event.json["kind"]?.string == "modelConfirmed"
        }
        let finder = NameFinder([person.displayName])
        for model in try reader.models(ofSession: sessionID) {
            guard let document = try reader.document(model.id)?.restore(id: model.id) else { continue }
            removal.comments += CommentAuthors.count(of: id, in: document)
            removal.mentions += mentions(finder, in: document, of: model)
        }
        return removal
    }

    private func mentions(_ finder: NameFinder, in document: Document, of model: ModelRecord) -> [Removal.Mention] {
        let read = ModelBinding.read(document, id: model.id, level: model.level, definitions: definitions)
        return definitions.fields.compactMap { field in
            guard let value = read.values[field.id], value.texts.contains(where: finder.finds) else { return nil }
            return Removal.Mention(modelId: model.id, title: read.title, fieldId: field.id, label: field.label)
        }
    }

    private func confirmations(inSession id: String, _ reader: any StorageReader) throws -> Int {
        try StoredSession.read(id, from: reader)?.state.models.reduce(0) { $0 + $1.confirmations.count } ?? 0
    }
}

extension Removal {
    fileprivate mutating func add(_ belongings: Belongings) {
        sessions = belongings.sessions
        models = belongings.models
        participants = belongings.participants
        grants = belongings.grants
        versions = belongings.versions
        drafts = belongings.drafts
        plans = belongings.plans
        plansDrawing = belongings.plansDrawing
    }
}
