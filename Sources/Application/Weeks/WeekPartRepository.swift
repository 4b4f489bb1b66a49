package import Foundation
package import Planning
package import Storage

/// What weeks are made from: read, and changed one transaction at a time. Tables are taken apart and compared on the
/// database's threads, away from the service loop.
package struct WeekPartRepository: Sendable {
    private let storage: any Storage
    package let definitions: FieldDefinitions

    package init(storage: any Storage, definitions: FieldDefinitions) {
        self.storage = storage
        self.definitions = definitions
    }

    /// A file as it was sent.
    package struct SentTable: Sendable, Decodable {
        package let name: String
        /// Its bytes, in Base64 where it is sent as JSON.
        package let content: Data

        package init(name: String, content: Data) {
            self.name = name
            self.content = content
        }
    }

    package struct Preview: Codable, Sendable {
        /// Of the week's document that was compared with.
        package let tag: String
        package let changes: [WeekChange]
        /// What to look at because of how the files were read.
        package let notes: [LocalizedText]
    }

    /// A week's document without sessions and models.
    ///
    /// - Throws: `ApplicationError.noSuchWeek`.
    package func document(_ weekID: String) async throws -> JSONValue {
        try await storage.read { try Self.document(weekID, $0).json }
    }

    /// - Throws: `ImportFaults` with every fault of every file.
    package func preview(
        _ tables: [SentTable], into weekID: String, writtenInModels: [EntityKind: Set<String>]
    ) async throws -> Preview {
        let definitions = definitions
        return try await storage.read { reader in
            let week = try Self.document(weekID, reader).json
            let result = try Self.bring(tables, into: week, writtenInModels, definitions)
            return Preview(tag: ContentTag(week).text, changes: result.changes, notes: result.notes)
        }
    }

    /// - Throws: `ImportFaults`; `ApplicationError.changedMeanwhile` where the week isn't what the preview compared with.
    package func bring(
        _ tables: [SentTable], into weekID: String, writtenInModels: [EntityKind: Set<String>],
        if precondition: ContentPrecondition
    ) async throws -> Preview {
        let definitions = definitions
        return try await storage.write { writer in
            let (record, week) = try Self.document(weekID, writer)
            try precondition.require(ContentTag(week))
            let result = try Self.bring(tables, into: week, writtenInModels, definitions)
            try Self.save(result.week, over: record, writer)
            return Preview(tag: ContentTag(result.week).text, changes: result.changes, notes: result.notes)
        }
    }

    private static func bring(
        _ tables: [SentTable], into week: JSONValue, _ writtenInModels: [EntityKind: Set<String>],
        _ definitions: FieldDefinitions
    ) throws -> (week: JSONValue, changes: [WeekChange], notes: [LocalizedText]) {
        let tables = tables.map { WeekTable(file: $0.name, data: $0.content) }
        let result = try WeekPartEdit.bringing(
            tables, into: week, writtenInModels: writtenInModels, definitions: definitions)
        return (result.week, result.changes, tables.flatMap(\.notes))
    }

    // MARK: One item

    /// - Parameter id: nil makes a new one.
    /// - Returns: the item's id.
    /// - Throws: `ImportFaults`; `ApplicationError.notFound` where there is no such item, `.changedMeanwhile` where it
    ///   says something else than was read.
    package func write(
        _ values: JSONValue, _ id: String?, of part: WeekPart, in weekID: String, if precondition: ContentPrecondition
    ) async throws -> String {
        let definitions = definitions
        return try await storage.write { writer in
            let (record, week) = try Self.document(weekID, writer)
            try Self.check(precondition, id, of: part, in: week)
            let result = try WeekPartEdit.writing(values, id, of: part.id, in: week, definitions: definitions)
            try Self.save(result.week, over: record, writer)
            return result.id
        }
    }

    /// Whoever calls has found that nothing refers to it.
    package func remove(
        _ id: String, of part: WeekPart, in weekID: String, if precondition: ContentPrecondition
    ) async throws {
        try await storage.write { writer in
            let (record, week) = try Self.document(weekID, writer)
            try Self.check(precondition, id, of: part, in: week)
            try Self.save(WeekPartEdit.removing(id, of: part.id, from: week), over: record, writer)
        }
    }

    private static func check(
        _ precondition: ContentPrecondition, _ id: String?, of part: WeekPart, in week: JSONValue
    ) throws {
        guard let id else { return }
        guard let tag = part.tag(of: id, in: week) else { throw ApplicationError.notFound }
        try precondition.require(tag)
    }

    // MARK: As it is kept

    private static func document(
        _ weekID: String, _ reader: any StorageReader
    ) throws -> (record: WeekRecord, json: JSONValue) {
        guard let record = try reader.week(weekID) else { throw ApplicationError.noSuchWeek(weekID) }
        return (record, try JSONValue.parse(record.document))
    }

    private static func save(_ week: JSONValue, over record: WeekRecord, _ writer: any StorageWriter) throws {
        try writer.updateWeek(WeekRecord(id: record.id, document: week.text(), createdAt: record.createdAt))
    }
}

extension WeekPart {
    /// What an item says, here and where the yearly selection names it; nil where there is no such item. The only item
    /// of a part that has one is there also while nothing is said.
    package func tag(of id: String, in week: JSONValue) -> ContentTag? {
        if let item = item(id, in: week) { return tag(ofItem: item, in: week) }
        return isSingle && id == WeekPart.singleID ? tag(ofItem: .null, in: week) : nil
    }

    package func tag(ofItem item: JSONValue, in week: JSONValue) -> ContentTag {
        ContentTag(["item": item, "values": values(of: item, in: week)])
    }
}
