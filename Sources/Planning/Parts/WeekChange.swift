/// What bringing something in does to one item of a week, told before it is done.
package struct WeekChange: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
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
    package let partName: LocalizedText
    package let id: String
    package let name: String
    package let kind: Kind
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
