extension SchemaNode {
    /// A document with its names and lines read as all names are (``CleanLine``), and its texts as all texts
    /// (``CleanText``), by whichever way they came. What is of another type than it should be is left to the check.
    /// Cleaning what is clean changes nothing.
    func cleaning(_ value: JSONValue) -> JSONValue {
        switch (self, value) {
        case (.name, .string(let text)), (.line, .string(let text)): .string(CleanLine.clean(text))
        case (.textOr(let other), .array), (.textOr(let other), .object): other.cleaning(value)
        case (.list(let element), .array(let elements)): .array(elements.map(element.cleaning))
        case (.object(let schema), .object(let members)): .object(schema.cleaning(members))
        default: value.withCleanTexts
        }
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
