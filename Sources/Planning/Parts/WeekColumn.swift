/// One thing that is said of each item of a ``WeekPart``: a column in a table, a field in a form.
package struct WeekColumn: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text, longText, date, yesNo
        case number(ClosedRange<Int>)
        case reference(EntityKind)
        case references(EntityKind)
        /// Several texts.
        case texts
        /// A policy or a budget agreement.
        case source
        /// Whether the item's id stands in this list of the yearly selection.
        case selection(String)
    }

    /// The member of the interchange document, `baseline.value` for one inside another. Unique in the part.
    package let member: String
    /// What a column and a field are called; a table's first row has it, in either language and any case.
    package let label: LocalizedText
    package let kind: Kind
    package let isRequired: Bool

    init(_ member: String, _ da: String, _ en: String, _ kind: Kind = .text, isRequired: Bool = false) {
        self.member = member
        label = LocalizedText(da: da, en: en)
        self.kind = kind
        self.isRequired = isRequired
    }

    var path: [String] { member.split(separator: ".").map(String.init) }
}
