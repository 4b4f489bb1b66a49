/// A thing in a plan: a goal, a sign, a task.
package struct PlanItem: Sendable, Hashable, Codable {
    package let id: String
    package var head: Head
    /// By field id. A field that was never filled in has none.
    package var values: [String: PlanValue]

    /// What is decided about the item, beside its lines.
    package struct Head: Sendable, Hashable, Codable {
        package var section: PlanSection.ID
        package var position: Int
        /// What it comes from, stable over drafts: `goal:m-1`. Nil for what a leader wrote.
        package var sourceId: String?
        /// Offered, and not taken: kept so that it isn't offered again. Its values' `source` is what was refused.
        package var isRefused: Bool

        package init(section: PlanSection.ID, position: Int, sourceId: String? = nil, isRefused: Bool = false) {
            self.section = section
            self.position = position
            self.sourceId = sourceId
            self.isRefused = isRefused
        }
    }

    package init(id: String, head: Head, values: [String: PlanValue] = [:]) {
        self.id = id
        self.head = head
        self.values = values
    }

    /// A field's text; nil when it is blank.
    package func text(_ field: String) -> String? {
        presentText(values[field]?.text)
    }

    /// What the item is known by.
    package var title: String {
        text(PlanSection.section(head.section).fields[0].id) ?? ""
    }

    package func references(_ field: String) -> [String] {
        (text(field) ?? "").split(separator: " ").map(String.init)
    }
}
