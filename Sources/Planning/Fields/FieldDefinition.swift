/// One of the fields a collaboration model is made of.
package struct FieldDefinition: Sendable, Hashable {
    /// Also the name of the field's root type in the document.
    package let id: String
    package let kind: FieldKind
    /// The id of the section it stands in.
    package let section: String
    package let label: LocalizedText
    /// What a participant is asked.
    package let question: LocalizedText
    package let requirements: [Level: Requirement]
    /// Empty unless the field has rows.
    package let columns: [ColumnDefinition]
    /// For rows that may instead be answered with "none, because …": the words for that.
    package let alternative: LocalizedText?

    package func requirement(at level: Level) -> Requirement {
        requirements[level] ?? .hidden
    }

    package func column(_ id: String) -> ColumnDefinition? {
        columns.first { $0.id == id }
    }
}
