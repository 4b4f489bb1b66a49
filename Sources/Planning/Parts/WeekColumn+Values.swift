/// A column's value: of an item in a week, and on an item in a week. A source is its id; a selection is yes or no.
extension WeekColumn {
    /// Nil where nothing is said.
    func value(of item: JSONValue, in week: JSONValue) -> JSONValue? {
        switch kind {
        case .source: return item["source"]?["id"]
        case .selection(let list):
            let id = item["id"] ?? .null
            return week["annualSelection"]?.elements(list).contains(id) == true ? .some(true) : .none
        default:
            let value = path.reduce(Optional(item)) { $0?[$1] }
            guard let value, !value.isNull, value != "", value != [] else { return nil }
            return value
        }
    }

    /// - Parameters:
    ///   - value: nil takes away what was said.
    ///   - item: has its id.
    func set(_ value: JSONValue?, on item: inout JSONValue, in week: inout JSONValue) {
        switch kind {
        case .source: setSource(value?.string, on: &item, in: &week)
        case .selection(let list): select(item["id"]?.string ?? "", value == true, list, &week)
        default: item = Self.setting(value, at: path[...], on: item)
        }
    }

    private static func setting(_ value: JSONValue?, at path: ArraySlice<String>, on item: JSONValue) -> JSONValue {
        guard let key = path.first else { return value ?? .null }
        var item = item.object == nil ? [:] : item
        if path.count == 1 {
            item[key] = value
        } else if value != nil || item[key]?.object != nil {
            item[key] = setting(value, at: path.dropFirst(), on: item[key] ?? [:])
        }
        return item
    }

    /// Policies and budget agreements list their objectives too; the lists follow.
    private func setSource(_ id: String?, on item: inout JSONValue, in week: inout JSONValue) {
        let kinds: [(part: WeekPart.ID, kind: String)] = [
            (.policies, "policy"), (.budgetAgreements, "budgetAgreement"),
        ]
        let found = kinds.first { week.elements($0.part.rawValue).contains { $0["id"]?.string == id } }
        item["source"] = id.map { ["kind": .string(found?.kind ?? "policy"), "id": .string($0)] }
        guard let own = item["id"] else { return }
        for (part, _) in kinds where week[part.rawValue]?.array != nil {
            week[part.rawValue] = .array(
                week.elements(part.rawValue).map { source in
                    var (source, list) = (source, source.elements("objectiveIds"))
                    let isSource = source["id"]?.string == id && id != nil
                    guard isSource != list.contains(own) else { return source }
                    if isSource { list.append(own) } else { list.removeAll { $0 == own } }
                    source["objectiveIds"] = .array(list)
                    return source
                })
        }
    }

    private func select(_ id: String, _ isSelected: Bool, _ list: String, _ week: inout JSONValue) {
        var selection = week["annualSelection"]?.object == nil ? [:] : week["annualSelection"] ?? [:]
        var ids = selection[list]?.strings ?? []
        guard ids.contains(id) != isSelected else { return }
        if isSelected { ids.append(id) } else { ids.removeAll { $0 == id } }
        selection[list] = .strings(ids)
        week["annualSelection"] = selection
    }
}
