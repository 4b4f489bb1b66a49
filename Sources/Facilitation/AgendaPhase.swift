/// One step of a session's agenda.
package struct AgendaPhase: Sendable, Hashable, Codable {
    package var title: String
    /// Planned length. A plan only: nothing moves on by itself.
    package var minutes: Int
    /// What the participants are asked in this phase.
    package var question: String?

    package init(title: String, minutes: Int, question: String? = nil) {
        self.title = title
        self.minutes = minutes
        self.question = question
    }
}
