/// A change of one line or of one item's head, with what stood before: enough to tell it and to take it back.
package struct PlanEdit: Sendable, Hashable, Codable {
    package let itemId: String
    /// Nil for the item's head.
    package let field: String?
    package var before: Part?
    package var after: Part?

    /// What an edit changes: an item's head, or the value of one of its lines.
    package enum Part: Sendable, Hashable {
        case head(PlanItem.Head)
        case value(PlanValue)
    }

    /// A change of where an item stands and whether it is refused; nil on a side where the item isn't there.
    static func head(_ itemId: String, from before: PlanItem.Head?, to after: PlanItem.Head?) -> PlanEdit {
        PlanEdit(itemId: itemId, field: nil, before: before.map(Part.head), after: after.map(Part.head))
    }

    /// A change of one line.
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

/// As JSON `before` and `after` are a head where there is no field, else a value; absent is nothing.
extension PlanEdit {
    private enum CodingKeys: String, CodingKey {
        case itemId, field, before, after
    }

    /// Which of the two shapes a part has follows from whether a field is named.
    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let field = try members.decodeIfPresent(String.self, forKey: .field)
        func part(_ key: CodingKeys) throws -> Part? {
            if field == nil { return try members.decodeIfPresent(PlanItem.Head.self, forKey: key).map(Part.head) }
            return try members.decodeIfPresent(PlanValue.self, forKey: key).map(Part.value)
        }
        self.init(
            itemId: try members.decode(String.self, forKey: .itemId), field: field, before: try part(.before),
            after: try part(.after))
    }

    /// As it is stored in a plan's history: the shape never changes for edits that are there.
    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(itemId, forKey: .itemId)
        try members.encodeIfPresent(field, forKey: .field)
        for (key, part) in [(CodingKeys.before, before), (.after, after)] {
            switch part {
            case .head(let head): try members.encode(head, forKey: key)
            case .value(let value): try members.encode(value, forKey: key)
            case nil: break
            }
        }
    }
}

/// One step in a plan's history: what was done, and every edit of it.
package struct PlanChange: Sendable, Hashable, Codable {
    /// What was done. Stored with the change: a raw value never changes.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case written, imported, undone, file, carriedOver, finished, reopened
        /// The common parts of all units' agreements.
        case common
        /// Another governance system chosen.
        case profile
        /// Shown to citizens as it stood, and no longer shown.
        case shown, hidden
    }

    /// The plan's revision after it.
    package let revision: Int
    package let kind: Kind
    /// Milliseconds since 1970.
    package let at: Int64
    /// A function, never a name.
    package let by: String
    /// The draft's version for what was imported, the plan's for what was finished or opened again.
    package var version: Int?
    /// The revision that was taken back.
    package var undoes: Int?
    package let edits: [PlanEdit]

    package init(
        revision: Int, kind: Kind, at: Int64, by: String, version: Int? = nil, undoes: Int? = nil,
        edits: [PlanEdit] = []
    ) {
        self.revision = revision
        self.kind = kind
        self.at = at
        self.by = by
        self.version = version
        self.undoes = undoes
        self.edits = edits
    }
}

// MARK: - Applying and taking back

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

    /// Without checking what stood before: edits are made from the plan that they are applied to.
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

    /// The lines of some edits that somebody changed after the plan was read, with what they say now.
    /// - Parameter seen: the revision that was read.
    package func conflicts(of edits: [PlanEdit], seen: Int) -> [ImportFault] {
        edits.compactMap { edit in
            guard let field = edit.field, let now = items[edit.itemId]?.values[field], now.revision > seen,
                now.text != edit.after?.value?.text
            else { return nil }
            return ImportFault(
                path: JSONPath.root["items"][edit.itemId][field].description,
                message: .init(
                    da: "Linjen er ændret imens. Nu står der: »\(now.text)«.",
                    en: "The line was changed meanwhile. It now says: “\(now.text)”."))
        }
    }
}

extension PlanEdit {
    /// With the revision in which the line came to say this.
    fileprivate func stamped(_ revision: Int) -> PlanEdit {
        guard var value = after?.value else { return self }
        value.revision = revision
        var edit = self
        edit.after = .value(value)
        return edit
    }

    /// Whether two parts say the same, whenever they came to.
    fileprivate static func isSame(_ left: Part?, _ right: Part?) -> Bool {
        guard var one = left?.value, let other = right?.value else { return left == right }
        one.revision = other.revision
        return one == other
    }
}

extension PlanEdit: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] {
        let part: JSONValue = ["anyOf": [JSONSchema.of(PlanItem.Head.self), JSONSchema.of(PlanValue.self)]]
        return ["before": part, "after": part]
    }
}
