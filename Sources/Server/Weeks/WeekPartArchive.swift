import Foundation
import Planning
import Storage

/// What weeks are made from: read, and changed one transaction at a time. Tables are taken apart and compared on the
/// database's threads, away from the service loop.
struct WeekPartArchive: Sendable {
    let storage: any Storage
    let definitions: FieldDefinitions

    /// A file as it was sent.
    struct SentTable: Sendable, Decodable {
        let name: String
        /// Its bytes, in Base64.
        let content: Data
    }

    struct Preview: Encodable, Sendable {
        /// Of the week's document that was compared with.
        let tag: String
        let changes: [WeekChange]
        /// What to look at because of how the files were read.
        let notes: [LocalizedText]
    }

    /// A week's document without sessions and models.
    ///
    /// - Throws: `Problem.notFound`.
    func document(_ weekID: String) async throws -> JSONValue {
        try await storage.read { try Self.document(weekID, $0).json }
    }

    /// - Throws: `ImportFaults` with every fault of every file.
    func preview(
        _ tables: [SentTable], into weekID: String, writtenInModels: [EntityKind: Set<String>]
    ) async throws -> Preview {
        let definitions = definitions
        return try await storage.read { reader in
            let week = try Self.document(weekID, reader).json
            let result = try Self.bring(tables, into: week, writtenInModels, definitions)
            return Preview(tag: ContentTag(week).text, changes: result.changes, notes: result.notes)
        }
    }

    /// - Throws: `ImportFaults`; 412 where the week isn't what the preview compared with.
    func bring(
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
    /// - Throws: `ImportFaults`; `Problem.notFound` where there is no such item; 412 where it says something else than
    ///   was read.
    func write(
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
    func remove(
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
        guard let tag = WeekPartView.tag(of: id, part, in: week) else { throw Problem.notFound }
        try precondition.require(tag)
    }

    // MARK: As it is kept

    private static func document(
        _ weekID: String, _ reader: any StorageReader
    ) throws -> (record: WeekRecord, json: JSONValue) {
        guard let record = try reader.week(weekID) else { throw Problem.notFound }
        return (record, try JSONValue.parse(record.document))
    }

    private static func save(_ week: JSONValue, over record: WeekRecord, _ writer: any StorageWriter) throws {
        try writer.updateWeek(WeekRecord(id: record.id, document: week.text(), createdAt: record.createdAt))
    }
}
