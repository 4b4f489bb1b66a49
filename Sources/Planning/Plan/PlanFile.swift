package import Foundation

/// A goal plan as a file: JSON, or a table with one line of the plan a row. Read whole, and every fault reported,
/// before anything of it is imported.
package struct PlanFile: Sendable, Hashable {
    /// An item of the file, with those of its lines that say something.
    package struct Item: Sendable, Hashable {
        package let id: String
        package let section: PlanSection.ID
        package var lines: [Line]
    }

    /// One line of an item, as the file has it.
    package struct Line: Sendable, Hashable {
        package let field: String
        package let text: String
        /// Where it stands in the file: a JSON path, or `row 7`.
        package let place: String
    }

    /// In the file's order; items without a text are not among them.
    package var items: [Item] = []
    /// What the person who chose the file should look at, because of how it was decoded.
    package let notes: [LocalizedText]

    /// `{"items": [{"id", "section", "fields": {field: text}}]}`; a plan as the server gives it can be brought too,
    /// with `items` by id and `values` that are objects with a `text`.
    package init(json data: Data) throws(ImportFaults) {
        let file = try JSONFile(data)
        notes = file.notes
        var reader = PlanFileReader()
        reader.read(file.value)
        items = try reader.finish()
    }

    /// Rows of `section;item;field;text` as ``TableText`` reads them. The first row names the columns, in Danish
    /// (`afsnit;punkt;felt;tekst`) or English.
    package init(csv data: Data) throws(ImportFaults) {
        let file: FileText
        do {
            file = try FileText(data)
        } catch {
            throw ImportFaults(faults: [ImportFault(path: "row 1", message: error.message)])
        }
        notes = file.notes()
        var reader = PlanFileReader()
        reader.read(TableText(file.text))
        items = try reader.finish()
    }
}

/// Reads a plan file into items, and collects every fault of it.
private struct PlanFileReader {
    private var items: [PlanFile.Item] = []
    private var places: [String: Int] = [:]
    private var faults: [ImportFault] = []

    /// Two shapes: a list that somebody wrote, and the object by id that the server answers. Items that were refused
    /// are not in the file's plan, and so not imported.
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

    /// The plan's order, ids breaking ties, so that the same file always gives the same plan.
    private static func areInOrder(_ one: (key: String, value: JSONValue), _ other: (key: String, value: JSONValue))
        -> Bool
    {
        let places = [one, other].map { ($0.value["head"]?["position"]?.int ?? 0, $0.key) }
        return places[0] < places[1]
    }

    /// - Parameter id: where the items stand by id; nil where each has it inside.
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

    /// A row too short or too long is a fault and not filled up: cells that moved to another column would be taken in
    /// without a word.
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

    /// Takes one line in, or says what is wrong with it. Checked as a line that a leader writes in the page, so that a
    /// file cannot import what the page refuses.
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

    /// Bounded: a file of a million wrong rows is answered with the first of them.
    private mutating func report(_ place: String, _ message: LocalizedText) {
        guard faults.count < InterchangeLimits.faults else { return }
        faults.append(ImportFault(path: place, message: message))
    }

    /// - Throws: all that is wrong with the file, so that it is mended in one go.
    func finish() throws(ImportFaults) -> [PlanFile.Item] {
        var faults = faults
        if faults.isEmpty, items.count > GoalPlan.mostItems {
            faults = [ImportFault(path: "$", message: FaultReason.tooMany(limit: GoalPlan.mostItems).message)]
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return items.filter { !$0.lines.isEmpty }
    }
}

extension GoalPlan {
    /// The edits that bring a file in. What the plan says already stays; what the file says besides is added.
    /// - Throws: every line that the plan has with another text: a file writes over nothing. Then nothing comes in.
    package func bringing(_ file: PlanFile) throws(ImportFaults) -> [PlanEdit] {
        var edits: [PlanEdit] = []
        var faults: [ImportFault] = []
        var next: [PlanSection.ID: Int] = [:]
        for item in file.items {
            let old = items[item.id]
            if old == nil {
                let position = next[item.section] ?? nextPosition(in: item.section)
                next[item.section] = position + 1
                edits.append(.head(item.id, from: nil, to: .init(section: item.section, position: position)))
            }
            let section = PlanSection.section(item.section)
            for line in item.lines {
                let says = section.field(line.field)?.says(line.text, as: old?.values[line.field]?.text ?? "") ?? false
                if old?.head.section == item.section, old?.head.isRefused == false, says { continue }
                if let fault = fault(line, old, item) {
                    faults.append(fault)
                } else {
                    var value = PlanValue(line.text, origin: PlanOrigin(.file))
                    value.source = old?.values[line.field]?.source
                    edits.append(.value(item.id, line.field, from: old?.values[line.field], to: value))
                }
            }
        }
        if items.count + edits.count(where: { $0.field == nil }) > Self.mostItems {
            faults.append(ImportFault(path: "$", message: FaultReason.tooMany(limit: Self.mostItems).message))
        }
        guard faults.isEmpty else { throw ImportFaults(faults: faults) }
        return edits
    }

    /// Why the line cannot come in; nil where the plan says nothing there.
    private func fault(_ line: PlanFile.Line, _ old: PlanItem?, _ item: PlanFile.Item) -> ImportFault? {
        guard let old else { return nil }
        if old.head.section != item.section || old.head.isRefused {
            return ImportFault(
                path: line.place,
                message: .init(
                    da: "Id'et »\(item.id)« er brugt til noget andet i planen.",
                    en: "The id “\(item.id)” is used for something else in the plan."))
        }
        guard let text = old.text(line.field) else { return nil }
        return ImportFault(
            path: line.place,
            message: .init(
                da: "Planen siger noget andet her: »\(text)«. Ret filen eller planen.",
                en: "The plan says something else here: “\(text)”. Correct the file or the plan."))
    }
}
