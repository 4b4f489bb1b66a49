/// Reads a plan file into items, and collects every fault of it.
struct PlanFileReader {
    private var items: [PlanFile.Item] = []
    private var places: [String: Int] = [:]
    private var faults: [ImportFault] = []

    mutating func read(_ whole: JSONValue) {
        // What the server answers has the plan inside.
        let document = whole["plan"] ?? whole
        if let list = document["items"]?.array {
            for (index, item) in list.enumerated() { read(item, id: nil, JSONPath.root["items"][index]) }
        } else if let object = document["items"]?.object {
            // As the plan has them: new items come in that order.
            for (id, item) in object.sorted(by: Self.areInOrder) {
                guard item["head"]?["isRefused"]?.bool != true else { continue }
                read(item, id: id, JSONPath.root["items"][id])
            }
        } else {
            report("$.items", "»items« mangler: planens punkter.", "“items” is missing: the plan’s items.")
        }
    }

    private static func areInOrder(_ one: (key: String, value: JSONValue), _ other: (key: String, value: JSONValue))
        -> Bool
    {
        let places = [one, other].map { ($0.value["head"]?["position"]?.int ?? 0, $0.key) }
        return places[0] < places[1]
    }

    private mutating func read(_ item: JSONValue, id given: String?, _ path: JSONPath) {
        let id = given ?? item["id"]?.string ?? ""
        let section = (item["section"] ?? item["head"]?["section"])?.string ?? ""
        guard let fields = (item["fields"] ?? item["values"])?.object else {
            return report(path["fields"].description, "Her mangler linjer.", "There are no lines here.")
        }
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            let place = path["fields"][field].description
            guard let text = value.string ?? value["text"]?.string else {
                report(place, "Her skal stå en tekst.", "This should be a text.")
                continue
            }
            add(id, section, field, text, place)
        }
    }

    mutating func read(_ table: TableText) {
        if let line = table.openQuoteLine {
            return report("row \(line)", "Et anførselstegn mangler sin afslutning.", "A quotation mark is not closed.")
        }
        let header = table.records.first?.cells.map { $0.trimmed.lowercased() } ?? []
        let columns = [["afsnit", "section"], ["punkt", "item"], ["felt", "field"], ["tekst", "text"]].map { names in
            header.firstIndex { names.contains($0) }
        }
        let found = columns.compactMap(\.self)
        guard found.count == columns.count else {
            return report(
                "row 1", "Første række skal være: afsnit;punkt;felt;tekst.",
                "The first row should be: section;item;field;text.")
        }
        for record in table.records.dropFirst() {
            let place = "row \(record.line)"
            guard record.cells.count == header.count else {
                report(
                    place, "Rækken har \(record.cells.count) felter; den skal have \(header.count).",
                    "The row has \(record.cells.count) fields; it should have \(header.count).")
                continue
            }
            let cells = found.map { record.cells[$0] }
            add(cells[1].trimmed, cells[0].trimmed, cells[2].trimmed, cells[3], place)
        }
    }

    private mutating func add(_ id: String, _ section: String, _ field: String, _ text: String, _ place: String) {
        guard Identifier.isValid(id) else {
            return report(place, FaultReason.badIdentifier(id).message)
        }
        guard let section = PlanSection.ID(rawValue: section) else {
            return report(
                place, FaultReason.notOneOf(PlanSection.ID.allCases.map(\.rawValue), section).message)
        }
        let text = PlanSection.section(section).field(field)?.kept(text) ?? text
        if let fault = PlanSection.section(section).fault(in: field, text, at: JSONPath(description: place)) {
            return faults.append(fault)
        }
        let index = places[id] ?? items.count
        if index == items.count {
            places[id] = index
            items.append(.init(id: id, section: section, lines: []))
        }
        guard items[index].section == section, !items[index].lines.contains(where: { $0.field == field }) else {
            return report(
                place, "Linjen »\(field)« i punktet »\(id)« står der før.",
                "The line “\(field)” of the item “\(id)” is there already.")
        }
        guard !text.isBlank else { return }
        items[index].lines.append(.init(field: field, text: text, place: place))
    }

    private mutating func report(_ place: String, _ da: String, _ en: String) {
        report(place, LocalizedText(da: da, en: en))
    }

    private mutating func report(_ place: String, _ message: LocalizedText) {
        guard faults.count < InterchangeLimits.faults else { return }
        faults.append(ImportFault(path: place, message: message))
    }

    func finish() throws(ImportFaults) -> [PlanFile.Item] {
        var faults = faults
        if faults.isEmpty, items.count > GoalPlan.mostItems {
            faults = [ImportFault(path: "$", message: FaultReason.tooMany(limit: GoalPlan.mostItems).message)]
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return items.filter { !$0.lines.isEmpty }
    }
}
