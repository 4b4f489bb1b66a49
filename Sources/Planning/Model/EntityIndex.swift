/// A week's trial actions, signs and milestones as they stand in its document, by id.
struct EntityIndex {
    private var objects: [EntityKind: [String: JSONValue]] = [:]

    /// The kinds that are rows in models, with the member of the week that lists them.
    static let members: [(kind: EntityKind, member: String)] = [
        (.trialAction, "trialActions"), (.sign, "signs"), (.milestone, "milestones"),
    ]

    init(_ week: Week) {
        for (kind, member) in Self.members {
            let pairs = week.source.elements(member).compactMap { json in json["id"]?.string.map { ($0, json) } }
            objects[kind] = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    subscript(kind: EntityKind) -> [String: JSONValue] {
        objects[kind] ?? [:]
    }
}
