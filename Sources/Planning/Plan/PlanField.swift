/// A line of a plan's item: what it is called, and what may stand in it. The value is always a text.
package struct PlanField: Sendable, Hashable, Codable {
    package enum Kind: String, Sendable, Hashable, Codable {
        case text, longText
        /// `YYYY-MM-DD`, or nothing.
        case date
        /// Ids of the plan's items, or of what they come from, with a space between.
        case references
    }

    package let id: String
    package let kind: Kind
    package let label: LocalizedText

    init(_ id: String, _ kind: Kind, _ da: String, _ en: String) {
        self.id = id
        self.kind = kind
        label = LocalizedText(da: da, en: en)
    }

    /// A line of plain text.
    init(_ id: String, _ da: String, _ en: String) {
        self.init(id, .text, da, en)
    }
}
