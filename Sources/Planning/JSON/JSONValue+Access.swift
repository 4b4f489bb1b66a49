/// Reading without checking: what isn't there, or is of another type, is nil. Checking is the schema's work
/// (``SchemaValidator``).
extension JSONValue {
    package subscript(key: String) -> JSONValue? {
        get {
            guard case .object(let members) = self else { return nil }
            return members[key]
        }
        set {
            guard case .object(var members) = self else { return }
            members[key] = newValue
            self = .object(members)
        }
    }

    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    package var int: Int? {
        guard case .number(let value) = self else { return nil }
        return value.int
    }

    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    package var object: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    package var date: CalendarDate? {
        string.flatMap { CalendarDate($0) }
    }

    package var isNull: Bool {
        self == .null
    }

    /// The strings of an array; other elements are passed over.
    package var strings: [String] {
        (array ?? []).compactMap(\.string)
    }

    /// The elements under a key; empty when there is no such array.
    package func elements(_ key: String) -> [JSONValue] {
        self[key]?.array ?? []
    }
}
