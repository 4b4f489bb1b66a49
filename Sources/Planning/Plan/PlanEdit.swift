/// A change of one line or of one item's head, with what stood before: enough to tell it and to take it back.
package struct PlanEdit: Sendable, Hashable, Codable {
    package let itemId: String
    /// Nil for the item's head.
    package let field: String?
    package var before: Part?
    package var after: Part?

    package enum Part: Sendable, Hashable {
        case head(PlanItem.Head)
        case value(PlanValue)
    }

    static func head(_ itemId: String, from before: PlanItem.Head?, to after: PlanItem.Head?) -> PlanEdit {
        PlanEdit(itemId: itemId, field: nil, before: before.map(Part.head), after: after.map(Part.head))
    }

    static func value(
        _ itemId: String, _ field: String, from before: PlanValue?, to after: PlanValue?
    ) -> PlanEdit {
        PlanEdit(itemId: itemId, field: field, before: before.map(Part.value), after: after.map(Part.value))
    }
}

extension PlanEdit.Part {
    var head: PlanItem.Head? {
        if case .head(let head) = self { head } else { nil }
    }

    package var value: PlanValue? {
        if case .value(let value) = self { value } else { nil }
    }
}
