/// A governance system as an arrangement of a goal plan's data: which parts its document has, what it asks for and
/// when it follows up. Data, no behaviour: the same plan can be read by any of them, and nothing is copied.
package struct PlanProfile: Sendable, Hashable, Codable {
    package let id: Profile
    package let title: LocalizedText
    /// In the order they are read. Sections that no part has are shown after them when they hold something.
    package let parts: [Part]
    /// Lines without which an item isn't finished, by section.
    package let needed: [PlanSection.ID: [String]]
    package let followUps: [FollowUpRule]
    /// The agreement's length in months; empty where the system says nothing.
    package let periodMonths: [Int]

    /// A heading of the document, and the sections under it.
    package struct Part: Sendable, Hashable, Codable {
        package let id: String
        package let title: LocalizedText
        /// What the part is for, as a prompt.
        package let hint: LocalizedText?
        package let sections: [Content]
    }

    /// A section, or those of its items that have one of some choices in a line.
    package struct Content: Sendable, Hashable, Codable {
        package let section: PlanSection.ID
        package let only: Filter?

        init(_ section: PlanSection.ID, only: Filter? = nil) {
            self.section = section
            self.only = only
        }
    }

    package struct Filter: Sendable, Hashable, Codable {
        package let field: String
        /// The choices' ids; an empty text stands for an item without a choice, or with one that the line doesn't have.
        package let choices: [String]
    }

    /// - Returns: the section's items that a part shows, in order.
    package static func items(_ content: Content, of plan: GoalPlan) -> [PlanItem] {
        let items = plan.items(in: content.section)
        guard let only = content.only, let field = PlanSection.section(content.section).field(only.field) else {
            return items
        }
        let known = Set(field.choices.map(\.id))
        return items.filter { item in
            let choice = item.text(only.field) ?? ""
            return only.choices.contains(known.contains(choice) ? choice : "")
        }
    }

    package static func profile(_ id: Profile) -> PlanProfile {
        switch id {
        case .maalplan: maalplan
        case .proceshjul: proceshjul
        case .aftale: aftale
        case .dialogaftale: dialogaftale
        }
    }
}
