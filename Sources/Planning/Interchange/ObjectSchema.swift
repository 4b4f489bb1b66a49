/// What an object may hold.
struct ObjectSchema: Sendable {
    let members: [String: SchemaMember]
    /// At least one of these must be present; empty means no such rule.
    let needsOneOf: [String]
    /// Two members, dates or times, of which the last may not lie before the first.
    let first: String?
    let last: String?
}
