/// Reads a type's schema off how it decodes (``JSONSchema/of(_:)``).
struct SchemaReading<Value> {
    let schema: JSONValue
    /// Something that decodes, for the initialisers that asked for it.
    let value: Value
}

extension SchemaReading where Value: Decodable {
    static func read(_ type: Value.Type) throws -> SchemaReading {
        if let found = scalar() ?? words() { return found }
        if let stating = type as? any SchemaStating.Type {
            return SchemaReading(schema: stating.jsonSchema, value: try stating.jsonExample.decode(type))
        }
        if let container = type as? any SchemaContaining.Type, let empty = container.emptyForSchema as? Value {
            return SchemaReading(schema: try container.readSchema(), value: empty)
        }
        let decoder = SchemaNoting()
        let value = try type.init(from: decoder)
        guard decoder.alone == nil else { return SchemaReading(schema: decoder.alone ?? .null, value: value) }
        if let refining = type as? any SchemaRefining.Type {
            decoder.members.merge(refining.refinedMembers) { _, refined in refined }
            decoder.optional.subtract(refining.alwaysWritten)
        }
        return SchemaReading(schema: JSONSchema.named(schemaName(of: type), decoder.object), value: value)
    }

    private static func scalar() -> SchemaReading? {
        func of(_ name: String, _ value: Any) -> SchemaReading? {
            (value as? Value).map { SchemaReading(schema: ["type": .string(name)], value: $0) }
        }
        let found = of("string", "") ?? of("boolean", false) ?? of("number", Double(1)) ?? of("integer", 1)
        return found ?? of("integer", Int64(1)) ?? of("integer", Int32(1)) ?? of("integer", UInt64(1))
    }

    /// A list of words, each a case.
    private static func words() -> SchemaReading? {
        guard let type = Value.self as? any CaseIterable.Type else { return nil }
        let cases = allCases(type)
        guard let first = cases.first as? Value else { return nil }
        let words = cases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        guard words.count == cases.count else { return nil }
        let schema: JSONValue = ["type": "string", "enum": .strings(words)]
        return SchemaReading(schema: JSONSchema.named(schemaName(of: Value.self), schema), value: first)
    }

    private static func allCases<Listed: CaseIterable>(_ type: Listed.Type) -> [Any] { Array(type.allCases) }
}

/// The type's own name after those it stands in, without its module, files and groups of routes.
private func schemaName(of type: any Decodable.Type) -> String {
    if let naming = type as? any SchemaNaming.Type { return naming.schemaName }
    var path = String(reflecting: type).split(separator: ".").dropFirst().map(String.init)
    path.removeAll { $0.contains("(") || $0.contains(")") || $0.contains("$") || $0.hasSuffix("Routes") }
    return path.joined()
}

// MARK: - Lists and tables

/// A type that holds others, and may hold none.
private protocol SchemaContaining {
    static var emptyForSchema: Self { get }
    static func readSchema() throws -> JSONValue
}

extension Array: SchemaContaining where Element: Decodable {
    fileprivate static var emptyForSchema: [Element] { [] }
    fileprivate static func readSchema() throws -> JSONValue {
        JSONSchema.array(of: try SchemaReading<Element>.read(Element.self).schema)
    }
}

extension Set: SchemaContaining where Element: Decodable {
    fileprivate static var emptyForSchema: Set<Element> { [] }
    fileprivate static func readSchema() throws -> JSONValue {
        JSONSchema.array(of: try SchemaReading<Element>.read(Element.self).schema)
    }
}

extension Dictionary: SchemaContaining where Key: Decodable, Value: Decodable {
    fileprivate static var emptyForSchema: [Key: Value] { [:] }
    fileprivate static func readSchema() throws -> JSONValue {
        let value = try SchemaReading<Value>.read(Value.self).schema
        // Keys that are no text stand in a list, each before its value.
        guard Key.self == String.self else {
            let key = try SchemaReading<Key>.read(Key.self).schema
            return JSONSchema.array(of: ["anyOf": [key, value]])
        }
        return ["type": "object", "additionalProperties": value]
    }
}

extension Optional: SchemaContaining where Wrapped: Decodable {
    fileprivate static var emptyForSchema: Wrapped? { nil }
    fileprivate static func readSchema() throws -> JSONValue {
        JSONSchema.orNull(try SchemaReading<Wrapped>.read(Wrapped.self).schema)
    }
}

// MARK: - The decoder

/// Notes which members are asked for, and of what type. Used on one thread, for one value.
private final class SchemaNoting: Decoder {
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]
    var members: [String: JSONValue] = [:]
    var optional: Set<String> = []
    /// What the type is where it is no object.
    var alone: JSONValue?

    var object: JSONValue {
        JSONSchema.object(members, required: members.keys.filter { !optional.contains($0) })
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(SchemaMembers<Key>(noting: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw SchemaFault.unseen }

    func singleValueContainer() -> any SingleValueDecodingContainer { SchemaAlone(noting: self) }
}

/// Why a type's schema cannot be read off.
private enum SchemaFault: Error {
    /// It decodes in a way that shows nothing of its JSON.
    case unseen
}

private struct SchemaMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let noting: SchemaNoting
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    init(noting: SchemaNoting) { self.noting = noting }

    func contains(_ key: Key) -> Bool { true }

    /// Asked only of members that may be absent.
    func decodeNil(forKey key: Key) -> Bool {
        noting.optional.insert(key.stringValue)
        return false
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let read = try SchemaReading<T>.read(type)
        noting.members[key.stringValue] = read.schema
        return read.value
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try note(type, key) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try note(type, key) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try note(type, key) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { throw SchemaFault.unseen }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try note(type, key) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { throw SchemaFault.unseen }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { throw SchemaFault.unseen }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try note(type, key) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try note(type, key) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { throw SchemaFault.unseen }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { throw SchemaFault.unseen }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { throw SchemaFault.unseen }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { throw SchemaFault.unseen }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try note(type, key) }

    private func note<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T {
        let read = try SchemaReading<T>.read(type)
        noting.members[key.stringValue] = read.schema
        return read.value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        throw SchemaFault.unseen
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw SchemaFault.unseen }
    func superDecoder() throws -> any Decoder { throw SchemaFault.unseen }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw SchemaFault.unseen }
}

private struct SchemaAlone: SingleValueDecodingContainer {
    let noting: SchemaNoting
    var codingPath: [any CodingKey] { [] }

    init(noting: SchemaNoting) { self.noting = noting }

    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try note(type) }
    func decode(_ type: Bool.Type) throws -> Bool { try note(type) }
    func decode(_ type: String.Type) throws -> String { try note(type) }
    func decode(_ type: Double.Type) throws -> Double { try note(type) }
    func decode(_ type: Float.Type) throws -> Float { throw SchemaFault.unseen }
    func decode(_ type: Int.Type) throws -> Int { try note(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { throw SchemaFault.unseen }
    func decode(_ type: Int16.Type) throws -> Int16 { throw SchemaFault.unseen }
    func decode(_ type: Int32.Type) throws -> Int32 { try note(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try note(type) }
    func decode(_ type: UInt.Type) throws -> UInt { throw SchemaFault.unseen }
    func decode(_ type: UInt8.Type) throws -> UInt8 { throw SchemaFault.unseen }
    func decode(_ type: UInt16.Type) throws -> UInt16 { throw SchemaFault.unseen }
    func decode(_ type: UInt32.Type) throws -> UInt32 { throw SchemaFault.unseen }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try note(type) }

    private func note<T: Decodable>(_ type: T.Type) throws -> T {
        let read = try SchemaReading<T>.read(type)
        noting.alone = read.schema
        return read.value
    }
}
