/// Merges reference data into a week's document, and remembers where each element was sent from.
struct ReferenceMerge {
    private(set) var week: JSONValue
    /// From the path of an element in the week to its path in what was sent.
    private var sentFrom: [(week: String, body: String)] = []

    init(week: JSONValue) {
        self.week = week
    }

    mutating func merge(_ body: JSONValue, except: Set<String>, reporting validator: inout SchemaValidator) {
        for member in WeekEdit.singles where !except.contains(member) {
            if let value = body[member] { week[member] = merged(value, into: week[member]) }
        }
        for (member, prefix) in WeekEdit.lists {
            guard let value = body[member], !value.isNull else { continue }
            let path = JSONPath.root[member]
            validator.check(value, against: .list(.object(members: ["id": .optional(.identifier)])), at: path)
            mergeList(value.array ?? [], member, prefix)
        }
    }

    /// A fault of the week, at the place it was sent from.
    func fault(_ fault: ImportFault) -> ImportFault {
        guard let place = sentFrom.first(where: { fault.path == $0.week || fault.path.hasPrefix($0.week + ".") }) else {
            return fault
        }
        return ImportFault(
            path: place.body + fault.path.dropFirst(place.week.count),
            message: .init(da: fault.message, en: fault.messageEn))
    }

    private func merged(_ value: JSONValue, into old: JSONValue?) -> JSONValue {
        guard let new = value.object, let old = old?.object else { return value }
        return .object(old.merging(new) { _, new in new })
    }

    private mutating func mergeList(_ elements: [JSONValue], _ member: String, _ prefix: String) {
        var list = week[member]?.array ?? []
        var positions = Dictionary(
            list.enumerated().compactMap { index, json in json["id"]?.string.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        let sent = Set(elements.compactMap { $0["id"]?.string })
        for (index, element) in elements.enumerated() where element.object != nil {
            let id = element["id"]?.string ?? freeID(prefix, taken: { positions[$0] != nil || sent.contains($0) })
            let position = positions[id] ?? list.count
            if position == list.count { list.append(["id": .string(id)]) }
            positions[id] = position
            list[position] = merged(element["id"]?.isNull == true ? without(element) : element, into: list[position])
            let base = JSONPath.root[member]
            sentFrom.append((base[position].description, base[index].description))
        }
        week[member] = .array(list)
    }

    private func without(_ element: JSONValue) -> JSONValue {
        var element = element
        element["id"] = nil
        return element
    }

    private func freeID(_ prefix: String, taken: (String) -> Bool) -> String {
        var number = 1
        while taken("\(prefix)-\(number)") { number += 1 }
        return "\(prefix)-\(number)"
    }
}
