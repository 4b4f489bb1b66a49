/// What may stand at a place in a document. Members that an object's schema doesn't name may hold anything.
indirect enum SchemaNode: Sendable {
    case any
    case bool
    case integer(ClosedRange<Int>)
    /// Any text, within ``InterchangeLimits``.
    case text
    /// A text on one line that somebody can read and that fits a heading.
    case name
    /// A text on one line, perhaps of nothing.
    case line
    case date
    case time
    /// A day that comes every year, `MM-DD`.
    case monthDay
    case level
    case version(Int)
    case oneOf([String])
    case identifier
    /// The id of a thing, unique among its kind in the whole document.
    case declares(EntityKind)
    case reference(EntityKind)
    case list(SchemaNode)
    case object(ObjectSchema)
    /// A text, or else what the node says.
    case textOr(SchemaNode)

    static func object(
        members: [String: SchemaMember], oneOf: [String] = [], ordered: (String, String)? = nil
    ) -> SchemaNode {
        .object(ObjectSchema(members: members, needsOneOf: oneOf, first: ordered?.0, last: ordered?.1))
    }

    /// The kind of thing that an element of a list with this schema describes.
    var declaredKind: EntityKind? {
        guard case .object(let schema) = self, case .declares(let kind)? = schema.members["id"]?.node else {
            return nil
        }
        return kind
    }
}

/// What an object may hold.
struct ObjectSchema: Sendable {
    let members: [String: SchemaMember]
    /// At least one of these must be present; empty means no such rule.
    let needsOneOf: [String]
    /// Two members, dates or times, of which the last may not lie before the first.
    let first: String?
    let last: String?
}

/// A member of an object and whether it must be there. An optional member may also be null.
enum SchemaMember: Sendable {
    case required(SchemaNode)
    case optional(SchemaNode)

    var node: SchemaNode {
        switch self {
        case .required(let node), .optional(let node): node
        }
    }

    var isRequired: Bool {
        switch self {
        case .required: true
        case .optional: false
        }
    }
}

// MARK: - Cleaning

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
