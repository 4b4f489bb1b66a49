/// One of the municipality's values, and what a session is asked about it (domain B.8).
package struct ValuePrompt: Sendable, Hashable {
    package let id: String
    package let label: LocalizedText
    package let question: LocalizedText
}
