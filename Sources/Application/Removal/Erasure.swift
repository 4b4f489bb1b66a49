import CRDT
package import Foundation
import ModelBinding
package import Planning
import Rooms
package import Storage

/// Deleting, forgetting and telling what is stored (GDPR articles 15 and 17), in a database that no server serves. What
/// was deleted is then in none of its files.
package struct Erasure: Sendable {
    private let storage: SQLiteStorage
    private let definitions: FieldDefinitions

    package init(_ storage: SQLiteStorage, definitions: FieldDefinitions) {
        self.storage = storage
        self.definitions = definitions
    }

    /// Who is meant by a name or an id.
    package struct Whom: Sendable {
        /// As the command line has it. A name may mean several; an id means one.
        package let nameOrID: String
        /// Where to look; everywhere where both are nil.
        package let weekID, sessionID: String?

        package init(_ nameOrID: String, weekID: String?, sessionID: String?) {
            self.nameOrID = nameOrID
            self.weekID = weekID
            self.sessionID = sessionID
        }
    }

    /// Somebody in a session, and what forgetting them takes.
    package struct Found: Sendable {
        /// What goes, with the counts that are shown before anything does.
        package let removal: Removal
        package let sessionID, sessionTitle: String
        package let unitID, function: String?
    }

    // MARK: People

    /// Everything stored of everybody who is meant, as a JSON array.
    package func about(_ whom: Whom) async throws -> Data {
        let definitions = definitions
        let accounts = try await storage.read { reader in
            try Self.people(whom, reader).map { try $0.account(definitions, reader) }
        }
        return Data(JSONValue.array(accounts).text(pretty: true).utf8)
    }

    /// Who would be forgotten.
    package func find(_ whom: Whom) async throws -> [Found] {
        let preview = RemovalPreview(definitions: definitions)
        return try await storage.read { reader in
            try Self.people(whom, reader).map { person in
                Found(
                    removal: try preview.participant(person.id, inSession: person.session.id, reader),
                    sessionID: person.session.id,
                    sessionTitle: Week.Session(try JSONValue.parse(person.session.document)).title,
                    unitID: person.unitID ?? person.externalID, function: person.function)
            }
        }
    }

    /// Forgets everybody who is meant.
    ///
    /// - Returns: how many.
    package func forget(_ whom: Whom) async throws -> Int {
        let people = try await storage.read { try Self.people(whom, $0) }
        for person in people {
            let names = [person.displayName].filter { !$0.isEmpty }
            try await NameDeletion.forgetDrafts(ofWeek: person.session.weekID, saying: names, storage)
            let models = try await storage.read { try $0.models(ofSession: person.session.id).map(\.id) }
            for model in models {
                _ = try await NameDeletion.removeVersions(
                    of: model, saying: names, authoredBy: person.id, storage)
                try await Self.forgetHistory(of: model, authoredBy: person.id, storage)
            }
            try await storage.write { writer in
                try RemovalWriting.remove(participant: person.id, from: person.session.id, writer)
            }
        }
        try await NameDeletion.eraseTraces(storage)
        return people.count
    }

    private static func people(_ whom: Whom, _ reader: any StorageReader) throws -> [StoredPerson] {
        try StoredPerson.find(whom.nameOrID, weekID: whom.weekID, sessionID: whom.sessionID, reader)
    }

    /// What a document says now, in the place of all it was before.
    private static func forgetHistory(
        of model: String, authoredBy participantID: String, _ storage: SQLiteStorage
    ) async throws {
        try await storage.write { writer in
            guard let stored = try writer.document(model) else { return }
            let document = try stored.restore(id: model)
            var last = stored.lastSequence
            if let update = CommentAuthors.forget(participantID, in: document) {
                last = try writer.appendUpdate(documentID: model, bytes: update)
            }
            try writer.replaceLog(
                documentID: model, snapshot: document.encodeStateAsUpdate(), throughSequence: last)
        }
    }

    // MARK: Weeks, sessions, models

    /// What would go.
    package func preview(_ kind: Removal.Kind, _ id: String) async throws -> Removal {
        let preview = RemovalPreview(definitions: definitions)
        return try await storage.read { reader in
            switch kind {
            case .week: try preview.week(id, reader)
            case .session: try preview.session(id, reader)
            case .model: try preview.model(id, reader)
            case .participant:
                try preview.participant(
                    id, inSession: StoredPerson.session(of: id, reader), reader)
            }
        }
    }

    package func remove(_ kind: Removal.Kind, _ id: String) async throws {
        switch kind {
        case .participant: _ = try await forget(Whom(id, weekID: nil, sessionID: nil))
        case .week: try await storage.write { try RemovalWriting.remove(week: id, $0) }
        case .session: try await storage.write { try RemovalWriting.remove(session: id, $0) }
        case .model:
            try await storage.write { writer in
                try RemovalWriting.remove(model: id, writer)
                try writer.deleteModel(id)
            }
        }
        try await NameDeletion.eraseTraces(storage)
    }
}
