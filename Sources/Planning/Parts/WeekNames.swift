/// A week's things by name: in tables people write names, the document has ids.
struct WeekNames {
    private var names: [EntityKind: [String: String]] = [:]
    private var ids: [EntityKind: [String: [String]]] = [:]

    /// Of every part that has ids.
    init(_ week: JSONValue) {
        for part in WeekPart.all {
            guard let kind = part.entity else { continue }
            for item in part.items(in: week) { add(kind, part.id(of: item), part.name(of: item)) }
        }
    }

    /// A second thing with an id is passed over; a second one with a name makes the name ambiguous.
    mutating func add(_ kind: EntityKind, _ id: String, _ name: String) {
        guard names[kind]?[id] == nil else { return }
        names[kind, default: [:]][id] = name
        ids[kind, default: [:]][Self.key(name), default: []].append(id)
    }

    /// Whether there is a thing of this kind with the id.
    func isKnown(_ kind: EntityKind, _ id: String) -> Bool { names[kind]?[id] != nil }

    /// What a thing is called, where that name means it and nothing else; else its id.
    func name(_ kind: EntityKind, _ id: String) -> String {
        guard let name = names[kind]?[id], (try? resolve(kind, name)) == id else { return id }
        return name
    }

    /// - Parameter text: an id, or a name as it may be written: case and white space don't count.
    func resolve(_ kind: EntityKind, _ text: String) throws(TableFault) -> String {
        if isKnown(kind, text) { return text }
        let found = ids[kind]?[Self.key(text)] ?? []
        guard found.count < 2 else { throw .ambiguousName(kind, text) }
        guard let id = found.first else { throw .unknownName(kind, text) }
        return id
    }

    /// Those that are called so.
    func ids(_ kind: EntityKind, called name: String) -> [String] { ids[kind]?[Self.key(name)] ?? [] }

    /// Without case, and with every run of white space as one space.
    static func key(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}
