/// So that a value can stand inside other Codable types. Through `Codable` a number is a 64-bit integer or a double;
/// where every digit matters, use `parse` and `text`.
extension JSONValue: Codable {
    /// In this order: a boolean is no number for any decoder, and an integer no longer a fraction.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self), let number = JSONNumber(value) {
            self = .number(number)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// An integer stays one, also where it was written as `1e3`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let number):
            if let int = number.int { try container.encode(int) } else { try container.encode(number.double) }
        case .string(let value): try container.encode(value)
        case .array(let elements): try container.encode(elements)
        case .object(let members): try container.encode(members)
        }
    }
}

extension JSONValue {
    /// A Codable value as JSON, by way of Foundation's encoder.
    package init(encoding value: some Encodable) throws {
        self = try JSONValue.parse(try CanonicalJSON.encode(value))
    }
}
