/// The effect of an import on one item of a week, shown before it is done.
package struct WeekChange: Sendable, Hashable, Codable {
    /// What becomes of the item.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case created, changed, unchanged
    }

    /// A line of a changed item, as people read it: names for ids.
    package struct Field: Sendable, Hashable, Codable {
        package let label: LocalizedText
        package let before: String
        package let after: String
    }

    /// The member of the interchange document: `goals`.
    package let part: String
    /// The part's heading, the item's id and what it is called.
    package let partName: LocalizedText
    package let id: String
    package let name: String
    package let kind: Kind
    /// Only of what is created or changed.
    package let fields: [Field]
    /// Where it stands in a table.
    package let file: String?
    package let row: Int?

    init(
        part: String, partName: LocalizedText, id: String, name: String, kind: Kind, fields: [Field] = [],
        file: String? = nil, row: Int? = nil
    ) {
        (self.part, self.partName, self.id, self.name) = (part, partName, id, name)
        (self.kind, self.fields, self.file, self.row) = (kind, fields, file, row)
    }
}

/// What is different between a week's document before and after, item by item.
struct WeekComparison {
    private let old: JSONValue
    private let new: JSONValue
    private let oldNames: WeekNames
    private let newNames: WeekNames
    private let before: [WeekPart.ID: [String: JSONValue]]
    private let after: [WeekPart.ID: [String: JSONValue]]

    /// - Parameters:
    ///   - old: the stored document.
    ///   - new: with the import in it.
    init(from old: JSONValue, to new: JSONValue) {
        (self.old, self.new) = (old, new)
        (oldNames, newNames) = (WeekNames(old), WeekNames(new))
        (before, after) = (Self.items(old), Self.items(new))
    }

    /// By part and id, so that a comparison costs no search.
    private static func items(_ week: JSONValue) -> [WeekPart.ID: [String: JSONValue]] {
        var items: [WeekPart.ID: [String: JSONValue]] = [:]
        for part in WeekPart.all {
            items[part.id] = Dictionary(
                part.items(in: week).map { (part.id(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        }
        return items
    }

    /// An item that stands in the new document. The lines of a new one are told too, to be read over.
    func change(of id: String, _ part: WeekPart, file: String?, row: Int?) -> WeekChange {
        let (was, item) = (before[part.id]?[id], after[part.id]?[id])
        let fields = part.columns.compactMap { column -> WeekChange.Field? in
            let old = was.flatMap { column.value(of: $0, in: self.old) }
            let new = item.flatMap { column.value(of: $0, in: self.new) }
            guard old != new else { return nil }
            return WeekChange.Field(
                label: column.label, before: column.cell(old, oldNames), after: column.cell(new, newNames))
        }
        return WeekChange(
            part: part.member, partName: part.name, id: id, name: item.map(part.name) ?? id,
            kind: was == nil ? .created : fields.isEmpty ? .unchanged : .changed, fields: fields, file: file, row: row)
    }
}

extension Week {
    /// What importing this week would create: every item of it.
    /// - Parameter isThere: the same week is there already, and nothing happens.
    package func changes(isThere: Bool) -> [WeekChange] {
        let kind: WeekChange.Kind = isThere ? .unchanged : .created
        let parts = WeekPart.all.flatMap { part in
            part.items(in: source).map { item in
                WeekChange(
                    part: part.member, partName: part.name, id: part.id(of: item), name: part.name(of: item),
                    kind: kind)
            }
        }
        let sessions = sessions.map { session in
            WeekChange(
                part: "sessions", partName: .init(da: "Sessioner", en: "Sessions"), id: session.id,
                name: session.title, kind: kind)
        }
        let models = models.map { model in
            WeekChange(
                part: "models", partName: .init(da: "Samarbejdsmodeller", en: "Collaboration models"), id: model.id,
                name: presentText(model.fields["title"]?.string) ?? model.id, kind: kind)
        }
        return parts + sessions + models
    }
}
