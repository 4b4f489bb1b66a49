/// A heading that fields of a collaboration model stand under.
package struct FieldSection: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
}
