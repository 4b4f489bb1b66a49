/// Reading without checking: what isn't there, or is of another type, is nil. Checking is the schema's work
/// (``SchemaValidator``).
extension JSONValue {
    /// Setting a member of anything but an object changes nothing; setting nil removes the member.
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

    /// nil outside of the array.
    package subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// nil for anything but a text; null is none.
    package var string: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// nil where the number has a fraction or does not fit 64 bits.
    package var int: Int? {
        guard case .number(let value) = self else { return nil }
        return value.int
    }

    /// nil for anything but an array: an absent list and an empty one are told apart here.
    package var array: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    package var object: [String: JSONValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// A calendar day as `YYYY-MM-DD`; nil for a text that is no day of the calendar.
    package var date: CalendarDate? {
        string.flatMap { CalendarDate($0) }
    }

    /// A member that is there and null: said to be nothing, unlike one that is absent.
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
