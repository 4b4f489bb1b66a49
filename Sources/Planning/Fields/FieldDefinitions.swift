package import Foundation

/// The fields of the three editions of the collaboration model, as a municipality has worded them
/// (`Sessions/templates/fields.json`). Read once at start; a value.
package struct FieldDefinitions: Sendable, Hashable {
    package let fields: [FieldDefinition]
    package let sections: [FieldSection]
    /// The values a session says the meaning of; none where the municipality has written none.
    package let values: [ValuePrompt]
    /// The file as it was read, for clients that show it.
    package let source: JSONValue
    private let positions: [String: Int]

    init(fields: [FieldDefinition], sections: [FieldSection], values: [ValuePrompt], source: JSONValue) {
        self.values = values
        self.fields = fields
        self.sections = sections
        self.source = source
        positions = Dictionary(
            fields.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Throws: ``FieldDefinitionsError`` with every fault.
    package static func load(_ data: Data) throws(FieldDefinitionsError) -> FieldDefinitions {
        let value: JSONValue
        do {
            value = try JSONValue.parse(data)
        } catch {
            throw FieldDefinitionsError(faults: [ImportFault(error)])
        }
        return try FieldDefinitionsReader.read(value)
    }

    /// nil for a field that the municipality has taken away.
    package subscript(id: String) -> FieldDefinition? {
        positions[id].map { fields[$0] }
    }

    /// The fields shown at a level, in the form's order.
    package func visible(at level: Level) -> [FieldDefinition] {
        fields.filter { $0.requirement(at: level) != .hidden }
    }
}

/// A heading that fields of a collaboration model stand under.
package struct FieldSection: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
}

/// One of the municipality's values, and what a session is asked about it.
package struct ValuePrompt: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
    package let question: LocalizedText
}

/// What is wrong in a file of field definitions: every fault, so that it is mended in one go.
package struct FieldDefinitionsError: Error, Sendable, Hashable, CustomStringConvertible {
    package let faults: [ImportFault]

    package var description: String {
        "The field definitions cannot be used:\n"
            + faults.map { "  \($0.path): \($0.messageEn)" }.joined(separator: "\n")
    }
}

extension FieldDefinitions {
    /// What the file must hold.
    static var schema: SchemaNode { FieldDefinitionsReader.schema }
}

// MARK: - Reading

/// Reads field definitions from their file, and says everything that is wrong with it.
private enum FieldDefinitionsReader {
    static func read(_ value: JSONValue) throws(FieldDefinitionsError) -> FieldDefinitions {
        var validator = SchemaValidator()
        validator.check(value, against: schema)
        let sections = value.elements("sections").map(section)
        let fields = value.elements("fields").compactMap(field)
        let known = Set(sections.map(\.id))
        for (index, element) in value.elements("fields").enumerated() {
            checkField(element, at: JSONPath.root["fields"][index], sections: known, into: &validator)
        }
        checkTitle(fields, into: &validator)
        reportDuplicates(in: value.elements("values"), at: JSONPath.root["values"], into: &validator)
        guard validator.faults.isEmpty else { throw FieldDefinitionsError(faults: validator.faults) }
        return FieldDefinitions(
            fields: fields, sections: sections, values: value.elements("values").map(prompt), source: value)
    }

    private static let label: [String: SchemaMember] = ["labelDa": .required(.name), "labelEn": .required(.name)]

    static let schema = SchemaNode.object(members: [
        "schemaVersion": .required(.version(1)),
        "sections": .required(
            .list(.object(members: label.merging(["id": .required(.identifier)]) { _, new in new }))),
        "fields": .required(.list(fieldSchema)),
        "values": .optional(
            .list(
                .object(
                    members: label.merging([
                        "id": .required(.identifier), "questionDa": .required(.name), "questionEn": .required(.name),
                    ]) { _, new in new }))),
    ])

    private static let fieldSchema = SchemaNode.object(
        members: label.merging([
            "id": .required(.identifier),
            "type": .required(.oneOf(FieldKind.allCases.map(\.rawValue))),
            "section": .required(.identifier),
            "questionDa": .required(.name), "questionEn": .required(.name),
            "knowledge": .required(requirement), "coordination": .required(requirement),
            "coCreation": .required(requirement),
            "columns": .optional(.list(columnSchema)),
            "alternative": .optional(.object(members: label)),
        ]) { _, new in new })

    private static let requirement = SchemaNode.oneOf(["R", "O", "O*", "-"])

    private static let columnSchema = SchemaNode.object(
        members: label.merging([
            "id": .required(.identifier),
            "kind": .required(.oneOf(ColumnKind.allCases.map(\.rawValue))),
            "choices": .optional(
                .list(
                    .object(
                        members: label.merging([
                            "value": .required(.name),
                            "levels": .optional(.list(.oneOf(Level.allCases.map(\.rawValue)))),
                        ]) { _, new in new }))),
        ]) { _, new in new })

    /// What a schema can't say: that the section exists, that rows have columns, and that no column stands twice.
    private static func checkField(
        _ element: JSONValue, at path: JSONPath, sections: Set<String>, into validator: inout SchemaValidator
    ) {
        if let section = element["section"]?.string, !sections.contains(section) {
            validator.report(.unknownSection(section), at: path["section"])
        }
        let kind = element["type"]?.string.flatMap(FieldKind.init)
        if kind?.hasRows == true, element.elements("columns").isEmpty {
            validator.report(.missing("columns"), at: path)
        }
        reportDuplicates(in: element.elements("columns"), at: path["columns"], into: &validator)
    }

    /// Two fields of one id would share their value.
    private static func reportDuplicates(
        in elements: [JSONValue], at path: JSONPath, into validator: inout SchemaValidator
    ) {
        var seen: Set<String> = []
        for (index, element) in elements.enumerated() {
            guard let id = element["id"]?.string, !seen.insert(id).inserted else { continue }
            validator.report(.duplicateId(id), at: path[index]["id"])
        }
    }

    /// A model is recognised by its title everywhere, so the one field a template cannot do without is that.
    private static func checkTitle(_ fields: [FieldDefinition], into validator: inout SchemaValidator) {
        var seen: Set<String> = []
        for (index, field) in fields.enumerated() where !seen.insert(field.id).inserted {
            validator.report(.duplicateId(field.id), at: JSONPath.root["fields"][index]["id"])
        }
        if !fields.contains(where: { $0.id == FieldID.title && $0.kind == .text }) {
            validator.report(.missing(FieldID.title), at: JSONPath.root["fields"])
        }
    }

    /// Both languages, by the members `labelDa` and `labelEn` or whatever the prefix is.
    private static func label(_ value: JSONValue?, _ prefix: String = "label") -> LocalizedText {
        LocalizedText(da: value?[prefix + "Da"]?.string ?? "", en: value?[prefix + "En"]?.string ?? "")
    }

    private static func prompt(_ value: JSONValue) -> ValuePrompt {
        ValuePrompt(id: value["id"]?.string ?? "", label: label(value), question: label(value, "question"))
    }

    private static func section(_ value: JSONValue) -> FieldSection {
        FieldSection(id: value["id"]?.string ?? "", label: label(value))
    }

    /// nil for a kind that this program doesn't know; it has been reported by then.
    private static func field(_ value: JSONValue) -> FieldDefinition? {
        guard let id = value["id"]?.string, let kind = value["type"]?.string.flatMap(FieldKind.init) else { return nil }
        let requirements = Level.allCases.compactMap { level in
            value[level.rawValue]?.string.flatMap(Requirement.init).map { (level, $0) }
        }
        return FieldDefinition(
            id: id, kind: kind, section: value["section"]?.string ?? "", label: label(value),
            question: label(value, "question"),
            requirements: Dictionary(requirements, uniquingKeysWith: { first, _ in first }),
            columns: value.elements("columns").compactMap(column), alternative: value["alternative"].map { label($0) })
    }

    private static func column(_ value: JSONValue) -> ColumnDefinition? {
        guard let id = value["id"]?.string, let kind = value["kind"]?.string.flatMap(ColumnKind.init) else {
            return nil
        }
        return ColumnDefinition(id: id, kind: kind, label: label(value), choices: value.elements("choices").map(choice))
    }

    private static func choice(_ value: JSONValue) -> ColumnChoice {
        ColumnChoice(
            value: value["value"]?.string ?? "", label: label(value),
            levels: Set((value["levels"]?.strings ?? []).compactMap(Level.init)))
    }
}
