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
