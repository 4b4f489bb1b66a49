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

    package subscript(id: String) -> FieldDefinition? {
        positions[id].map { fields[$0] }
    }

    /// The fields shown at a level, in the form's order.
    package func visible(at level: Level) -> [FieldDefinition] {
        fields.filter { $0.requirement(at: level) != .hidden }
    }
}
