import Planning

extension Decision {
    func park(_ item: ParkedItem) throws(Refusal) -> [SessionEvent] {
        try checkText(item.itemId, "itemId", upTo: SessionLimits.idBytes)
        try checkText(item.text, "text", upTo: SessionLimits.noteBytes)
        try checkText(item.unitId ?? "", "unitId", upTo: SessionLimits.idBytes, required: false)
        try checkText(item.externalId ?? "", "externalId", upTo: SessionLimits.idBytes, required: false)
        try checkText(item.function ?? "", "function", upTo: SessionLimits.functionBytes, required: false)
        if let due = item.due, CalendarDate(due) == nil { throw Refusal(.dateMalformed, fields: ["due"]) }
        let before = state.parkedItems.first { $0.item.itemId == item.itemId }
        guard before != nil || state.parkedItems.count < limits.parkedItems else { throw Refusal(.tooManyItems) }
        return before?.item == item ? [] : [.parking(.parked(item))]
    }

    func settle(_ settling: ItemSettling) throws(Refusal) -> [SessionEvent] {
        guard let record = state.parkedItems.first(where: { $0.item.itemId == settling.itemId })
        else { throw Refusal(.noSuchItem) }
        return record.isSettled == settling.settled ? [] : [.parking(.settled(settling))]
    }
}
