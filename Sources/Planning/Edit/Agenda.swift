/// A course of phases that a session may start from.
package struct Agenda: Sendable, Hashable {
    package let id: String
    package let title: LocalizedText
    /// The phases as a session holds them; the English words stand beside the Danish ones.
    package let phases: [JSONValue]
}
