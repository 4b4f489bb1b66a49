import Synchronization

/// The JSON Schema (2020-12) of a type's JSON, read off the type itself: a decoder that gives each member something to
/// go on with, and notes what was asked for. So nobody writes a type's members a second time.
///
/// An object and a list of words carry the name of their type in ``nameMember``, by which ``hoisted(_:into:)`` makes
/// them components. A member that a type decodes only where it is present is optional; the same holds of what it
/// encodes, where both are synthesised. A type whose JSON cannot be seen that way says it: ``SchemaStating``.
package enum JSONSchema {
    /// Beside the keywords of an object that has a name; no keyword of JSON Schema.
    package static let nameMember = "$name"
    /// Beside nothing: why a type's schema could not be read off. A test finds it; the server goes on without it.
    package static let faultMember = "$fault"

    private static let known = Mutex<[ObjectIdentifier: JSONValue]>([:])

    /// Thread-safe; read off once for each type.
    package static func of<T: Decodable>(_ type: T.Type) -> JSONValue {
        if let schema = known.withLock({ $0[ObjectIdentifier(type)] }) { return schema }
        let schema: JSONValue
        do {
            schema = try SchemaReading.read(type).schema
        } catch {
            schema = .object([faultMember: .string("\(type): \(error)")])
        }
        known.withLock { $0[ObjectIdentifier(type)] = schema }
        return schema
    }

    /// The same for a type that is known only at run time.
    package static func of(any type: any Decodable.Type) -> JSONValue { of(type) }

    /// The schema as a component of that name; two shapes under one name make a test fail.
    package static func named(_ name: String, _ schema: JSONValue) -> JSONValue {
        var schema = schema
        schema[nameMember] = .string(name)
        return schema
    }

    // MARK: In a few words

    /// - Parameters:
    ///   - properties: the schemas of its members, by name.
    ///   - required: members that are always there.
    ///   - isOpen: whether other members may stand beside them.
    package static func object(
        _ properties: [String: JSONValue], required: some Collection<String>, isOpen: Bool = false
    ) -> JSONValue {
        var schema: [String: JSONValue] = ["type": "object", "properties": .object(properties)]
        if !required.isEmpty { schema["required"] = .strings(required.sorted()) }
        if isOpen { schema["additionalProperties"] = true }
        return .object(schema)
    }

    /// No bounds: limits are settings and not part of the interface.
    package static func array(of items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    /// For a member that is always written, with null for nothing.
    package static func orNull(_ schema: JSONValue) -> JSONValue { ["anyOf": [schema, ["type": "null"]]] }

    // MARK: Components

    /// The schema with a reference to a component in the place of everything that has a name.
    ///
    /// - Parameter components: by name; those of the schema are added.
    package static func hoisted(_ schema: JSONValue, into components: inout [String: JSONValue]) -> JSONValue {
        if let elements = schema.array { return .array(elements.map { hoisted($0, into: &components) }) }
        guard var members = schema.object else { return schema }
        let name = members.removeValue(forKey: nameMember)?.string
        let plain = JSONValue.object(members.mapValues { hoisted($0, into: &components) })
        guard let name else { return plain }
        if let other = components[name], other != plain {
            components[name] = .object([faultMember: .string("two schemas are called \(name)")])
        } else {
            components[name] = plain
        }
        return ["$ref": .string("#/components/schemas/" + name)]
    }

    /// The schema with everything in its place, for one that stands alone.
    package static func inlined(_ schema: JSONValue) -> JSONValue {
        if let elements = schema.array { return .array(elements.map(inlined)) }
        guard var members = schema.object else { return schema }
        members[nameMember] = nil
        return .object(members.mapValues(inlined))
    }
}

/// A type that says itself what its JSON is, because the way it decodes doesn't show it.
package protocol SchemaStating: Decodable {
    static var jsonSchema: JSONValue { get }
    /// What decodes as one, to go on with.
    static var jsonExample: JSONValue { get }
}

/// A type that says of some members more than the way they decode does.
package protocol SchemaRefining: Decodable {
    /// By member.
    static var refinedMembers: [String: JSONValue] { get }
    /// Members that may be absent from what is read, and never are from what is written.
    static var alwaysWritten: Set<String> { get }
}

extension SchemaRefining {
    /// Nothing refined: the type's own members say it all.
    package static var refinedMembers: [String: JSONValue] { [:] }
    package static var alwaysWritten: Set<String> { [] }
}

/// A type whose name alone does not tell it from others.
package protocol SchemaNaming: Decodable {
    static var schemaName: String { get }
}
