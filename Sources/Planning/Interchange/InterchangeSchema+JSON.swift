/// The interchange format as JSON Schema, for the description of the interface. It is made from ``InterchangeSchema``,
/// which checks what is brought in; what only that can say (references, order of dates) stays out of it.
package enum InterchangeDescription {
    /// A whole week's document.
    package static func document(_ definitions: FieldDefinitions) -> JSONValue {
        JSONSchema.named("InterchangeDocument", InterchangeSchema.week(definitions).jsonSchema(namesParts: true))
    }

    /// A week as it is looked at: the document's reference data, with some members beside it.
    ///
    /// - Parameters:
    ///   - required: members that are always there.
    ///   - optional: members that may be missing. Both take the place of the document's own.
    package static func overview(
        _ name: String, required: [String: JSONValue], optional: [String: JSONValue]
    ) -> JSONValue {
        let document = referenceData.jsonSchema(namesParts: true)
        var members = document["properties"]?.object ?? [:]
        members.merge(required) { _, own in own }
        members.merge(optional) { _, own in own }
        let always = Set(document["required"]?.strings ?? []).union(required.keys).subtracting(optional.keys)
        return JSONSchema.named(name, JSONSchema.object(members, required: always, isOpen: true))
    }

    /// Changes of a week's reference data: what is named is changed, an element by its id.
    package static var changes: JSONValue {
        JSONSchema.named("WeekChanges", referenceData.jsonSchema(isPartial: true, namesParts: true))
    }

    private static var referenceData: SchemaNode { .object(members: InterchangeSchema.referenceData) }

    /// What a session is made from, beside what an imported one may say.
    package static var newSession: JSONValue {
        var schema = InterchangeSchema.session.jsonSchema()
        schema["properties"]?["agenda"] = ["type": "string"]
        schema["required"] = ["title"]
        return JSONSchema.named("NewSession", schema)
    }

    /// The definitions of a model's fields.
    package static var fields: JSONValue {
        JSONSchema.named("FieldDefinitionsFile", FieldDefinitions.schema.jsonSchema())
    }

    /// The agendas that sessions may be made from.
    package static var agendas: JSONValue {
        var schema = Agendas.schema.jsonSchema()
        schema["items"] = schema["items"].map { JSONSchema.named("AgendaTemplate", $0) }
        return schema
    }
}

extension SchemaNode {
    /// - Parameters:
    ///   - isPartial: whether of an object only its id has to be there.
    ///   - namesParts: whether an object's parts are components: they stand in several descriptions alike.
    fileprivate func jsonSchema(isPartial: Bool = false, namesParts: Bool = false) -> JSONValue {
        switch self {
        case .any: [:]
        case .bool: ["type": "boolean"]
        case .integer(let range):
            ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
        case .version(let version): ["type": "integer", "const": .integer(version)]
        case .date: ["type": "string", "format": "date"]
        case .text, .name, .line, .time, .monthDay, .identifier, .declares, .reference: ["type": "string"]
        case .level: JSONSchema.of(Level.self)
        case .oneOf(let words): ["type": "string", "enum": .strings(words)]
        case .list(let element): JSONSchema.array(of: element.jsonSchema(isPartial: isPartial))
        case .textOr(let other): ["anyOf": [["type": "string"], other.jsonSchema(isPartial: isPartial)]]
        case .object(let schema): schema.jsonSchema(isPartial, namesParts: namesParts)
        }
    }
}

extension SchemaNode {
    /// Whether it is an object, or a list of objects.
    fileprivate var hasMembers: Bool {
        switch self {
        case .object: true
        case .list(let element): element.hasMembers
        case .any, .bool, .integer, .version, .date, .text, .name, .line, .time, .monthDay, .identifier, .declares,
            .reference, .level, .oneOf, .textOr:
            false
        }
    }
}

extension ObjectSchema {
    /// Other members may be there, and an optional one may be null.
    fileprivate func jsonSchema(_ isPartial: Bool, namesParts: Bool) -> JSONValue {
        var required: [String] = []
        let properties = members.map { name, member -> (String, JSONValue) in
            var schema = member.node.jsonSchema(isPartial: isPartial)
            if namesParts, member.node.hasMembers {
                // Of many parts a change says the same as the whole.
                let prefix = schema == member.node.jsonSchema() ? "Interchange" : "Changed"
                schema = JSONSchema.named(prefix + name.prefix(1).uppercased() + name.dropFirst(), schema)
            }
            guard member.isRequired else { return (name, JSONSchema.orNull(schema)) }
            if !isPartial || name == "id" { required.append(name) }
            return (name, schema)
        }
        return JSONSchema.object(
            Dictionary(properties, uniquingKeysWith: { first, _ in first }), required: required, isOpen: true)
    }
}
