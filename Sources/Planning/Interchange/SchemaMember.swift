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
