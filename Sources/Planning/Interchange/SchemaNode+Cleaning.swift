extension SchemaNode {
    /// A document with its names and lines read as all names are (``CleanLine``), and its texts as all texts
    /// (``CleanText``), by whichever way they came. What is of another type than it should be is left to the check.
    /// Cleaning what is clean changes nothing.
    func cleaning(_ value: JSONValue) -> JSONValue {
        switch self {
        case .name, .line:
            if case .string(let text) = value { return .string(CleanLine.clean(text)) }
        case .textOr(let other):
            if case .string = value { break }
            return other.cleaning(value)
        case .list(let element):
            if case .array(let elements) = value { return .array(elements.map(element.cleaning)) }
        case .object(let schema):
            if case .object(let members) = value { return .object(schema.cleaning(members)) }
        case .any, .bool, .integer, .text, .date, .time, .monthDay, .level, .version, .oneOf, .identifier, .declares,
            .reference:
            break
        }
        return value.withCleanTexts
    }
}

extension ObjectSchema {
    fileprivate func cleaning(_ written: [String: JSONValue]) -> [String: JSONValue] {
        var cleaned = written
        for (name, value) in written {
            cleaned[name] = members[name]?.node.cleaning(value) ?? value.withCleanTexts
        }
        return cleaned
    }
}
