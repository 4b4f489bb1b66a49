/// A column of a field with rows.
package struct ColumnDefinition: Sendable, Hashable {
    /// The member's name in the interchange format, and the key in the row's map in the document.
    package let id: String
    package let kind: ColumnKind
    package let label: LocalizedText
    /// Empty unless the kind is `choice`.
    package let choices: [ColumnChoice]

    /// The words for a choice's value; the value itself when no choice has it.
    package func label(ofChoice value: String) -> LocalizedText {
        choices.first { $0.value == value }?.label ?? LocalizedText(da: value, en: value)
    }
}
