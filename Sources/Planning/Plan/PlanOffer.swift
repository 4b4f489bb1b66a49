/// What a draft offers a plan for one item, line by line.
package struct PlanOffer: Sendable, Hashable, Codable {
    package let sourceId: String
    package let section: PlanSection.ID
    /// The plan's item that it is about, whether taken or refused.
    package let itemId: String?
    package let title: String
    package let status: PlanOfferStatus
    /// Said no to before; the source has changed since, so that it is offered again.
    package let wasRefused: Bool
    package let origin: PlanOrigin
    package let lines: [Line]

    /// One line, three ways.
    package struct Line: Sendable, Hashable, Codable {
        package let field: String
        package let status: PlanOfferStatus
        /// What the plan says.
        package let mine: String?
        /// What the source said when a leader last decided.
        package let before: String?
        /// What the source says; empty when it says nothing any more.
        package let theirs: String
    }

    /// Whether a leader has something to decide.
    package var isOpen: Bool { status.isOpen }
}
