import CRDT
package import Foundation
import ModelBinding
import Planning
import Rooms
import Storage

/// Deleting, forgetting and telling what is stored, without a server. Each call opens the database and closes it again;
/// what was deleted is then in none of its files.
package struct OfflineRemoval: Sendable {
    private let dataDirectory: String
    private let templatesDirectory: String

    package init(dataDirectory: String, templatesDirectory: String) {
        self.dataDirectory = dataDirectory
        self.templatesDirectory = templatesDirectory
    }

    /// Who is meant by a name or an id.
    package struct Whom: Sendable {
        package let nameOrID: String
        package let weekID, sessionID: String?

        package init(_ nameOrID: String, weekID: String?, sessionID: String?) {
            self.nameOrID = nameOrID
            self.weekID = weekID
            self.sessionID = sessionID
        }
    }

    /// Somebody in a session, and what forgetting them takes.
    package struct Found: Sendable {
        package let removal: Removal
        package let sessionID, sessionTitle: String
        package let unitID, function: String?
    }

    // MARK: People

    /// Everything stored of everybody who is meant, as a JSON array.
    package func about(_ whom: Whom) async throws -> Data {
        let definitions = try TemplateFile.definitions(in: templatesDirectory)
        let accounts = try await reading { reader in
            try Self.people(whom, reader).map { try $0.account(definitions, reader) }
        }
        return Data(JSONValue.array(accounts).text(pretty: true).utf8)
    }

    /// Who would be forgotten. Works beside a running server.
    package func find(_ whom: Whom) async throws -> [Found] {
        let preview = RemovalPreview(definitions: try TemplateFile.definitions(in: templatesDirectory))
        return try await reading { reader in
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
    /// - Throws: `StorageError.inUse` while a server runs.
    package func forget(_ whom: Whom) async throws -> Int {
        try await writing { storage in
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
            return people.count
        }
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

    /// What would go. Works beside a running server.
    package func preview(_ kind: Removal.Kind, _ id: String) async throws -> Removal {
        let preview = RemovalPreview(definitions: try TemplateFile.definitions(in: templatesDirectory))
        return try await reading { reader in
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

    /// - Throws: `StorageError.inUse` while a server runs.
    package func remove(_ kind: Removal.Kind, _ id: String) async throws {
        switch kind {
        case .participant: _ = try await forget(Whom(id, weekID: nil, sessionID: nil))
        case .week: try await writing { try await $0.write { try RemovalWriting.remove(week: id, $0) } }
        case .session: try await writing { try await $0.write { try RemovalWriting.remove(session: id, $0) } }
        case .model:
            try await writing { storage in
                try await storage.write { writer in
                    try RemovalWriting.remove(model: id, writer)
                    try writer.deleteModel(id)
                }
            }
        }
    }

    // MARK: The database

    private func reading<T: Sendable>(
        _ body: @escaping @Sendable (any StorageReader) throws -> T
    ) async throws -> T {
        let storage = try SQLiteStorage.openForReading(path: DatabaseFile.path(in: dataDirectory))
        return try await OfflineWeeks.closing(storage) { try await storage.read(body) }
    }

    private func writing<T: Sendable>(_ body: @Sendable (SQLiteStorage) async throws -> T) async throws -> T {
        let path = DatabaseFile.path(in: dataDirectory)
        guard FileManager.default.fileExists(atPath: path) else { throw SetupError.noData(directory: dataDirectory) }
        let storage = try SQLiteStorage.open(path: path)
        return try await OfflineWeeks.closing(storage) {
            let result = try await body(storage)
            try await NameDeletion.eraseTraces(storage)
            return result
        }
    }
}
