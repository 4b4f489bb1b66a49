extension GoalPlan {
    /// The plan after a change, one revision on, and the edits as they were made. Without edits nothing happens.
    package func applying(_ edits: [PlanEdit]) -> (plan: GoalPlan, edits: [PlanEdit]) {
        let edits = Self.coalesced(edits)
        guard !edits.isEmpty else { return (self, []) }
        var plan = self
        plan.revision += 1
        let stamped = edits.map { $0.stamped(plan.revision) }
        for edit in stamped { plan.apply(edit) }
        return (plan, stamped)
    }

    /// One edit for each line or head, from what it was first to what it became last, in the order of the first.
    private static func coalesced(_ edits: [PlanEdit]) -> [PlanEdit] {
        var places: [String: Int] = [:]
        var merged: [PlanEdit] = []
        for edit in edits {
            let key = edit.itemId + "\n" + (edit.field ?? "")
            if let place = places[key] {
                merged[place].after = edit.after
            } else {
                places[key] = merged.count
                merged.append(edit)
            }
        }
        return merged.filter { $0.before != $0.after }
    }

    mutating func apply(_ edit: PlanEdit) {
        guard let field = edit.field else {
            guard let head = edit.after?.head else { return items[edit.itemId] = nil }
            items[edit.itemId, default: PlanItem(id: edit.itemId, head: head)].head = head
            return
        }
        items[edit.itemId]?.values[field] = edit.after?.value
    }

    /// What a line or a head is now.
    func part(_ itemId: String, _ field: String?) -> PlanEdit.Part? {
        guard let item = items[itemId] else { return nil }
        guard let field else { return .head(item.head) }
        return item.values[field].map(PlanEdit.Part.value)
    }

    /// Edits that take an item out with everything in it.
    func removing(_ item: PlanItem) -> [PlanEdit] {
        item.values.keys.sorted().map { .value(item.id, $0, from: item.values[$0], to: nil) }
            + [.head(item.id, from: item.head, to: nil)]
    }
}

extension PlanEdit {
    fileprivate func stamped(_ revision: Int) -> PlanEdit {
        guard var value = after?.value else { return self }
        value.revision = revision
        var edit = self
        edit.after = .value(value)
        return edit
    }
}
