import Planning

/// Something that is not for now, and who takes it on when: what ``ParkItem`` asks for, ``ItemParked`` says and the state
/// keeps. Owners are units and functions, never names; the same id again says it anew.
package struct ParkedItem: Sendable, Hashable, Codable {
    package var itemId: String
    package var text: String
    package var unitId: String?
    package var externalId: String?
    package var function: String?
    /// `YYYY-MM-DD`.
    package var due: String?

    package init(
        itemId: String, text: String, unitId: String? = nil, externalId: String? = nil, function: String? = nil,
        due: String? = nil
    ) {
        self.itemId = itemId
        self.text = text
        self.unitId = unitId
        self.externalId = externalId
        self.function = function
        self.due = due
    }
}

/// A parked item as the session has it.
package struct ParkedRecord: Sendable, Hashable, Codable {
    package var item: ParkedItem
    package var isSettled: Bool
}

// MARK: Commands

/// Puts something aside for later, or says an item anew.
package struct ParkItem: PageCommand, Carrier {
    package static let kind = "parkItem"
    package static let roles = Permissions.writing
    package let content: ParkedItem

    package init(_ content: ParkedItem) {
        self.content = content
    }

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        let item = content
        try decision.checkText(item.itemId, "itemId", upTo: SessionLimits.idBytes)
        try decision.checkText(item.text, "text", upTo: SessionLimits.noteBytes)
        try decision.checkText(item.unitId ?? "", "unitId", upTo: SessionLimits.idBytes, required: false)
        try decision.checkText(item.externalId ?? "", "externalId", upTo: SessionLimits.idBytes, required: false)
        try decision.checkText(item.function ?? "", "function", upTo: SessionLimits.functionBytes, required: false)
        if let due = item.due, CalendarDate(due) == nil { throw Refusal(.dateMalformed, fields: ["due"]) }
        let before = decision.state.parkedItems.first { $0.item.itemId == item.itemId }
        guard before != nil || decision.state.parkedItems.count < decision.limits.parkedItems
        else { throw Refusal(.tooManyItems) }
        return before?.item == item ? [] : [ItemParked(item)]
    }
}

/// Says that a parked item is dealt with, or is open after all.
package struct SettleItem: PageCommand {
    package static let kind = "settleItem"
    package static let roles = Permissions.writing
    let itemId: String
    let settled: Bool

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        guard let record = decision.state.parkedItems.first(where: { $0.item.itemId == itemId })
        else { throw Refusal(.noSuchItem) }
        return record.isSettled == settled ? [] : [ItemSettled(itemId: itemId, settled: settled)]
    }
}

// MARK: Events

/// An item was parked, or said anew under its id.
package struct ItemParked: ToldToAll, Carrier {
    package static let kind = "itemParked"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: ParkedItem

    package init(_ content: ParkedItem) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        if let place = state.parkedItems.firstIndex(where: { $0.item.itemId == content.itemId }) {
            state.parkedItems[place].item = content
        } else {
            state.parkedItems.append(ParkedRecord(item: content, isSettled: false))
        }
    }
}

/// A parked item is dealt with, or open again.
package struct ItemSettled: ToldToAll {
    package static let kind = "itemSettled"
    package static let isHistory = true
    package static let isTakenWhenFull = true
    let itemId: String
    let settled: Bool

    package func apply(to state: inout SessionState, at: Int64) {
        guard let place = state.parkedItems.firstIndex(where: { $0.item.itemId == itemId }) else { return }
        state.parkedItems[place].isSettled = settled
    }
}
