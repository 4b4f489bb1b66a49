/// What a leader decides about what is offered.
package struct PlanDecision: Sendable, Hashable, Codable {
    package enum Choice: String, Sendable, Hashable, Codable, CaseIterable {
        /// The plan says what the source says.
        case take
        /// The plan stays as it is, and isn't asked again before the source changes.
        case keep
        /// The plan says both, its own first.
        case both
    }

    /// An item of the draft, or else a whole section's open items.
    package let sourceId: String?
    package let section: PlanSection.ID?
    /// One line of the item; all open ones when absent.
    package let field: String?
    package let choice: Choice

    package init(sourceId: String, field: String? = nil, _ choice: Choice) {
        self.sourceId = sourceId
        section = nil
        self.field = field
        self.choice = choice
    }

    package init(section: PlanSection.ID, _ choice: Choice) {
        sourceId = nil
        self.section = section
        field = nil
        self.choice = choice
    }
}
