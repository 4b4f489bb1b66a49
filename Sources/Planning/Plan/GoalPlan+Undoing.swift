extension GoalPlan {
    /// Takes a whole change back, as far as nobody has changed the same since.
    /// - Parameter change: the edits as they were made.
    /// - Returns: the edits that do it, and those of the change that stay because something was built on them.
    package func undoing(_ change: [PlanEdit]) -> (edits: [PlanEdit], kept: [PlanEdit]) {
        var rest = self
        var edits: [PlanEdit] = []
        var kept: [PlanEdit] = []
        // Lines before heads: an item goes only when nothing is left in it.
        for edit in change.filter({ $0.field != nil }) + change.filter({ $0.field == nil }) {
            let now = rest.part(edit.itemId, edit.field)
            let removesItem = edit.field == nil && edit.before == nil
            let isFree = !removesItem || rest.items[edit.itemId]?.values.isEmpty ?? true
            guard PlanEdit.isSame(now, edit.after), isFree else {
                if !PlanEdit.isSame(now, edit.before) { kept.append(edit) }
                continue
            }
            let inverse = PlanEdit(itemId: edit.itemId, field: edit.field, before: now, after: edit.before)
            edits.append(inverse)
            rest.apply(inverse)
        }
        // An item that comes back does so before its lines.
        let heads = edits.filter { $0.field == nil && $0.after != nil }
        return (heads + edits.filter { $0.field != nil || $0.after == nil }, kept)
    }
}

extension PlanEdit {
    /// Whether two parts say the same, whenever they came to.
    fileprivate static func isSame(_ left: Part?, _ right: Part?) -> Bool {
        guard var one = left?.value, let other = right?.value else { return left == right }
        one.revision = other.revision
        return one == other
    }
}
