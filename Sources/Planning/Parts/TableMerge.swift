/// Tables on their way into a week's document: every row finds its item, every cell its value, and every fault its row
/// and column. Pure; nothing of it counts while there is a fault.
struct TableMerge {
    /// A row with the item that it is about.
    private struct Target {
        let file: String
        let part: WeekPart
        let row: WeekTable.Row
        let id: String
    }

    private let old: JSONValue
    private var new: JSONValue
    private var names: WeekNames
    /// What things were called when the tables were written out.
    private let oldNames: WeekNames
    private var targets: [Target] = []
    private var faults: [ImportFault] = []
    /// Ids of the week and of the tables, and where to look for the next free one.
    private var taken: [WeekPart.ID: Set<String>] = [:]
    private var nextNumber: [WeekPart.ID: Int] = [:]
    /// What models write; it is shown with the models' words whatever stands in the document.
    private let writtenInModels: [EntityKind: Set<String>]

    init(week: JSONValue, writtenInModels: [EntityKind: Set<String>]) {
        (old, new, names, oldNames) = (week, week, WeekNames(week), WeekNames(week))
        self.writtenInModels = writtenInModels
    }

    /// The week with the tables in it, and what that changes, row by row.
    ///
    /// - Throws: `ImportFaults` with the first faults of all tables; then nothing of any of them counts.
    mutating func merge(
        _ tables: [WeekTable], _ definitions: FieldDefinitions
    ) throws(ImportFaults) -> (week: JSONValue, changes: [WeekChange]) {
        for table in tables { faults += table.faults }
        findTargets(tables)
        // Each part after those it refers to.
        for part in WeekPart.all { write(targets.filter { $0.part.id == part.id }, of: part) }
        if faults.isEmpty { check(definitions) }
        guard faults.isEmpty else { throw ImportFaults(faults: Array(faults.prefix(InterchangeLimits.faults))) }
        let comparison = WeekComparison(from: old, to: new)
        return (new, targets.map { comparison.change(of: $0.id, $0.part, file: $0.file, row: $0.row.line) })
    }

    // MARK: Which item a row is about

    /// Finds each row its item by id, else by name, else makes an id. All rows first, so that a table may refer to what
    /// a later one creates.
    private mutating func findTargets(_ tables: [WeekTable]) {
        for part in WeekPart.all { taken[part.id] = Set(part.items(in: old).map(part.id(of:))) }
        for table in tables {
            guard let part = table.part else { continue }
            taken[part.id, default: []].formUnion(table.rows.map(\.id))
        }
        var seen: Set<String> = []
        for table in tables {
            guard let part = table.part else { continue }
            for row in table.rows {
                let written = row.cells.first { $0.column.member == part.nameMember }?.text ?? ""
                // As it will be kept, so that it finds what is there.
                let name = CleanLine.clean(written)
                guard let id = id(of: row, called: name, part, table.file) else { continue }
                guard seen.insert(part.member + "/" + id).inserted else {
                    report(.twice(name.isEmpty ? id : name), table.file, row, nil)
                    continue
                }
                targets.append(Target(file: table.file, part: part, row: row, id: id))
                if let entity = part.entity { names.add(entity, id, name.isEmpty ? id : name) }
            }
        }
    }

    /// nil where a row names nothing or several; then it has been reported.
    private mutating func id(
        of row: WeekTable.Row, called name: String, _ part: WeekPart, _ file: String
    ) -> String? {
        guard let entity = part.entity else { return WeekPart.singleID }
        guard row.id.isEmpty else { return row.id }
        let column = part.column(part.nameMember)
        guard !name.isEmpty else {
            report(.missing, file, row, column)
            return nil
        }
        let known = names.ids(entity, called: name)
        guard known.count < 2 else {
            report(.ambiguousName(entity, name), file, row, column)
            return nil
        }
        if let id = known.first { return id }
        let isTaken = taken[part.id] ?? []
        return part.freeID(from: &nextNumber[part.id, default: 1], isTaken: isTaken.contains)
    }

    // MARK: What it says

    /// Items of a part are taken out once and put back once: a week has thousands.
    private mutating func write(_ targets: [Target], of part: WeekPart) {
        guard !targets.isEmpty else { return }
        var items = part.items(in: new)
        var places = part.places(of: items)
        for target in targets {
            let place = places[target.id] ?? items.count
            if place == items.count { items.append(part.empty(id: target.id)) }
            places[target.id] = place
            items[place] = written(target, over: items[place])
        }
        part.put(items, in: &new)
    }

    /// The item with the row's cells. A cell that says what is there changes nothing, also where a name was written
    /// differently from the id.
    private mutating func written(_ target: Target, over before: JSONValue) -> JSONValue {
        var item = before
        for (column, text) in target.row.cells {
            let value = column.value(of: item, in: new)
            guard !Self.says(text, column.cell(value, names)), !Self.says(text, column.cell(value, oldNames)) else {
                continue
            }
            do throws(TableFault) {
                column.set(try column.value(ofCell: text, names), on: &item, in: &new)
            } catch {
                report(error, target.file, target.row, column)
            }
        }
        let missing = target.part.columns.filter { column in
            column.isRequired && column.value(of: item, in: new) == nil
                && !target.row.cells.contains { $0.column == column }
        }
        for column in missing { report(.missing, target.file, target.row, column) }
        if before != item, let entity = target.part.entity, writtenInModels[entity]?.contains(target.id) == true {
            report(.writtenInModel, target.file, target.row, nil)
        }
        return item
    }

    /// Whether a cell says what is there: the same text, but for spaces at its ends. Some programs put all lines of a
    /// cell on one; that is no change either.
    private static func says(_ cell: String, _ was: String) -> Bool {
        let (cell, was) = (CleanText.clean(cell).trimmed, CleanText.clean(was).trimmed)
        if cell == was { return true }
        return was.contains("\n") && !cell.contains("\n") && collapsed(cell) == collapsed(was)
    }

    /// Every run of white space as one space.
    private static func collapsed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Faults

    /// By file, row and column, as a person finds it in a spreadsheet.
    private mutating func report(_ fault: TableFault, _ file: String, _ row: WeekTable.Row, _ column: WeekColumn?) {
        faults.append(ImportFault(file: file, row: row.line, column: column?.label, message: fault.message))
    }

    /// The rules of an imported week hold for what comes of the tables, each fault told at its row.
    private mutating func check(_ definitions: FieldDefinitions) {
        do {
            new = try Week(interchange: new, definitions: definitions).source
        } catch {
            let places = WeekPart.all.map { ($0.id, $0.places(of: $0.items(in: new))) }
            let known = Dictionary(places, uniquingKeysWith: { first, _ in first })
            let written = targets.map { target in
                (target.part.path(known[target.part.id]?[target.id]).description, target)
            }
            let byPath = Dictionary(written, uniquingKeysWith: { first, _ in first })
            faults = error.faults.map { Self.place($0, byPath) }
        }
    }

    /// The row behind a fault of the whole document; a fault that no row caused keeps its path.
    private static func place(_ fault: ImportFault, _ targets: [String: Target]) -> ImportFault {
        // `$.goals[2].unitId` stands in `$.goals[2]`, `$.annualSelection.year` in `$.annualSelection`.
        let parts = fault.path.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let target = targets[parts[0] + "." + parts[1]] else { return fault }
        let label = parts[2] == "id" ? target.part.idLabel : target.part.column(at: parts[2])?.label
        return ImportFault(
            file: target.file, row: target.row.line, column: label,
            message: .init(da: fault.message, en: fault.messageEn))
    }
}
