import CRDT
import Foundation
import ModelBinding
@testable import Planning
import TestSeeds
import Testing

/// Documents as the page reads them too (`Web/tests/sharedRules.test.ts`): what stands where, in which order, what it
/// says in words, and what a level still asks for.
struct SharedRulesTests {
    private struct Cells: Encodable {
        let id: String
        /// By column, where there is something.
        let cells: [String: LocalizedText]
    }
    private struct Told: Encodable {
        let text: LocalizedText?
        let rows: [Cells]
        let references: [String]
    }
    private struct Reading: Encodable {
        /// The document as an update, in base64.
        let update: String
        let missing: [String: [String]]
        /// By field, where it says something.
        let fields: [String: Told]
        /// Texts by field.
        let comments: [String: [String]]
        /// What ids are called.
        let names: [String: String]
    }

    @Test func `a document is read, said and found complete or not as on the page`() throws {
        let definitions = try Fixtures.definitions()
        var generator = SeededGenerator(seed: 3)
        var models = [CollaborationModel(id: "empty", level: .knowledge)] + (try Fixtures.models())
        for _ in 0..<24 {
            var model = RandomModel.make(definitions, &generator)
            // Random ids are of anything; a function is one of a unit.
            for (field, value) in model.values {
                guard case .unitFunction(let value) = value else { continue }
                model.values[field] = .unitFunction(.init(unitId: "u-fam", function: value.function))
            }
            models.append(model)
        }
        // Rows in which next to nothing stands.
        for cells: [String: CellValue] in [["what": .text(" ")], ["personalData": .bool(false)], [:]] {
            let row = Row(id: "r1", order: "V", cells: cells)
            models.append(
                .init(id: "row", level: .knowledge, values: ["knowledgeItems": .rows([row], noneBecause: " ")]))
        }
        let cases = try models.enumerated().map { number, model in
            let document = Document(clientID: UInt64(number) + 1)
            _ = try document.apply(ModelBinding.makeUpdate(for: model, definitions: definitions))
            try Self.edit(document, number)
            return try Self.reading(document, definitions)
        }
        #expect(try SharedVectors.difference("documents", cases) == nil)
    }

    /// What pages write that an import does not: rows taken away, a function's own text, comments.
    private static func edit(_ document: Document, _ number: Int) throws {
        guard number % 2 == 1 else { return }
        _ = document.transact {
            for field in ["roles", "knowledgeItems", "signs"] {
                let rows = document.map(field)
                guard let id = rows.keys.first, case .map(let row)? = rows[id] else { continue }
                row.set("removed", .value(.object(["by": .string("p1"), "at": .number(7)])))
            }
            document.map("values").remove("coordinator.function")
            document.text("coordinator.function").insert("Koordinator \(number)", at: 0)
            for (id, field) in [("c1", "task"), ("c2", "task"), ("c3", "roles")] {
                document.map("comments").set(
                    id,
                    .value(
                        .object([
                            "field": .string(field), "text": .string("\(id) \(number)"), "at": .number(7),
                            "resolved": .bool(false), "participantId": .string("p1"),
                        ])))
            }
        }
    }

    private static func reading(_ document: Document, _ definitions: FieldDefinitions) throws -> Reading {
        let model = ModelBinding.read(document, id: "m", level: .knowledge, definitions: definitions)
        let words = FieldWords(week: try Fixtures.week(), definitions: definitions)
        var missing: [String: [String]] = [:]
        for level in Level.allCases { missing[level.rawValue] = model.missingFields(definitions, at: level) }
        var fields: [String: Told] = [:]
        for field in definitions.fields {
            guard let value = model.values[field.id] else { continue }
            fields[field.id] = Told(
                text: words.text(value), rows: model.rows(field.id).map { row($0, field, words) },
                references: field.kind == .citizenGroup ? [] : model.references(field.id))
        }
        var names: [String: String] = [:]
        for id in ids(of: model) { names[id] = words.text(.reference(id))?.da }
        return Reading(
            update: Data(document.encodeStateAsUpdate()).base64EncodedString(), missing: missing, fields: fields,
            comments: Dictionary(grouping: CommentAuthors.texts(in: document), by: \.field).mapValues { comments in
                comments.map(\.text).sorted()
            }, names: names)
    }

    private static func row(_ row: Row, _ field: FieldDefinition, _ words: FieldWords) -> Cells {
        let cells = words.cells(row, of: field).map { ($0.columnId, $0.text) }
        return Cells(id: row.id, cells: Dictionary(cells) { first, _ in first })
    }

    private static func ids(of model: CollaborationModel) -> Set<String> {
        var ids: Set<String> = []
        for (field, value) in model.values {
            ids.formUnion(model.references(field))
            if case .unitFunction(let value) = value, let unit = value.unitId { ids.insert(unit) }
            for row in model.rows(field) {
                for (column, cell) in row.cells {
                    ids.formUnion(row.references(column) + [row.reference(column)].compactMap(\.self))
                    if case .unitFunction(let value) = cell, let unit = value.unitId { ids.insert(unit) }
                }
            }
        }
        return ids
    }
}
