/// An item as a draft offers it to a plan.
package struct PlanSourceItem: Sendable, Hashable {
    /// Stable over drafts: made of the ids of what it stands for.
    package let id: String
    package let section: PlanSection.ID
    /// Among the section's, in the draft's order.
    package let position: Int
    /// In the section's order; none is blank.
    package let lines: [Line]
    package let origin: PlanOrigin

    package struct Line: Sendable, Hashable {
        package let field: String
        package let text: String
    }

    package func text(_ field: String) -> String? {
        lines.first { $0.field == field }?.text
    }

    package var title: String {
        text(PlanSection.section(section).fields[0].id) ?? ""
    }
}
