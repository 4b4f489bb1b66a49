/// Changes to what a week is made from, from tables and forms: pure functions from a week's document to the changed one.
package enum WeekPartEdit {
    /// Tables brought into a week. Blank cells leave what is there alone, and nothing is removed. A row is about the item
    /// with its id, or, without one, the only item of its name; any other is new.
    ///
    /// - Parameters:
    ///   - week: the document without its sessions' and models' contents.
    ///   - writtenInModels: trial actions, signs and milestones whose words are a model's.
    /// - Returns: the changed document, and what becomes of each row.
    /// - Throws: every fault of every file, with file, row and column.
    package static func bringing(
        _ tables: [WeekTable], into week: JSONValue, writtenInModels: [EntityKind: Set<String>] = [:],
        definitions: FieldDefinitions
    ) throws(ImportFaults) -> (week: JSONValue, changes: [WeekChange]) {
        var merge = TableMerge(week: week, writtenInModels: writtenInModels)
        return try merge.merge(tables, definitions)
    }

    /// One item as a form has it.
    ///
    /// - Parameters:
    ///   - values: by the columns' members; what isn't named is left alone, and null takes away what was said.
    ///   - id: nil makes a new item.
    /// - Returns: the changed document, and the item's id.
    /// - Throws: every fault, at `$.values.MEMBER`.
    package static func writing(
        _ values: JSONValue, _ id: String?, of partID: WeekPart.ID, in week: JSONValue, definitions: FieldDefinitions
    ) throws(ImportFaults) -> (week: JSONValue, id: String) {
        let part = WeekPart.part(partID)
        let known = Set(part.items(in: week).map(part.id(of:)))
        var number = 1
        let id = part.isSingle ? WeekPart.singleID : id ?? part.freeID(from: &number, isTaken: known.contains)
        var (new, faults) = (week, [ImportFault]())
        var items = part.items(in: week)
        let position = part.places(of: items)[id] ?? items.count
        var item = position < items.count ? items[position] : part.empty(id: id)
        for (member, value) in (values.object ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let column = part.column(member) else {
                let reason = FaultReason.notOneOf(part.columns.map(\.member), member)
                faults.append(ImportFault(path: place(member), message: reason.message))
                continue
            }
            let isNothing = value.isNull || value.string?.isBlank == true || value == []
            column.set(isNothing ? Optional<JSONValue>.none : value, on: &item, in: &new)
        }
        if position < items.count { items[position] = item } else { items.append(item) }
        part.put(items, in: &new)
        for column in part.columns where column.isRequired && column.value(of: item, in: new) == nil {
            faults.append(ImportFault(path: place(column.member), message: TableFault.missing.message))
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return (try checked(new, part, part.path(position), definitions), id)
    }

    /// Takes an item away; a source's list of objectives follows.
    package static func removing(_ id: String, of partID: WeekPart.ID, from week: JSONValue) -> JSONValue {
        let part = WeekPart.part(partID)
        var week = week
        guard !part.isSingle else {
            week[part.member] = nil
            return week
        }
        if part.id == .objectives, var item = part.item(id, in: week) {
            part.column("source")?.set(nil, on: &item, in: &week)
        }
        week[part.member] = .array(part.items(in: week).filter { part.id(of: $0) != id })
        return week
    }

    private static func place(_ member: String) -> String {
        JSONPath.root["values"].description + "." + member
    }

    private static func checked(
        _ week: JSONValue, _ part: WeekPart, _ path: JSONPath, _ definitions: FieldDefinitions
    ) throws(ImportFaults) -> JSONValue {
        do {
            return try Week(interchange: week, definitions: definitions).source
        } catch {
            let faults = error.faults.map { fault in
                guard fault.path.hasPrefix(path.description + ".") else { return fault }
                let inside = fault.path.dropFirst(path.description.count + 1)
                return ImportFault(
                    path: place(String(inside)), message: .init(da: fault.message, en: fault.messageEn))
            }
            throw ImportFaults(faults: faults)
        }
    }
}
