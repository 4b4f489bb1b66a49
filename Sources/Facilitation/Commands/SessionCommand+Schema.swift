package import Planning

/// A command, as a page sends it: one of those of ``CommandRegistry/sentByPages``.
extension SessionCommand: SchemaStating {
    package static var jsonSchema: JSONValue {
        JSONSchema.named("SessionCommand", .oneOf(CommandRegistry.sentByPages.map { .told($0, as: $0.kind) }))
    }
    package static let jsonExample: JSONValue = ["kind": "raiseHand"]
}

/// An event, as it is stored and sent. A newer version's kinds are not among them: who reads skips what it doesn't know.
extension SessionEvent: SchemaStating {
    package static var jsonSchema: JSONValue {
        JSONSchema.named("SessionEvent", .oneOf(EventRegistry.all.map { .told($0, as: $0.kind) }))
    }
    package static let jsonExample: JSONValue = ["kind": "released"]
}

extension JSONValue {
    fileprivate static func oneOf(_ schemas: [JSONValue]) -> JSONValue {
        ["oneOf": .array(schemas), "discriminator": ["propertyName": "kind"]]
    }

    /// A type's members with its word beside them.
    fileprivate static func told(_ type: any Decodable.Type, as kind: String) -> JSONValue {
        var schema = JSONSchema.of(any: type)
        var properties = schema["properties"]?.object ?? [:]
        properties["kind"] = ["type": "string", "const": .string(kind)]
        schema["properties"] = .object(properties)
        schema["required"] = .strings(["kind"] + (schema["required"]?.strings ?? []))
        return schema
    }
}
