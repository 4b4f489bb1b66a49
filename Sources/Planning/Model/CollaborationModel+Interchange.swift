extension CollaborationModel {
    /// Where "none, because …" stands when there are rows too; alone, it stands instead of the rows.
    fileprivate static func noneBecauseMember(_ field: String) -> String {
        field + "NoneBecause"
    }

    /// Reads a model's fields from an interchange document. Trial actions, signs and milestones stand at the week's
    /// top level there; here they are rows of the model. Where it has none of them the week's are not looked through.
    package init(id: String, level: Level, fields: JSONValue, definitions: FieldDefinitions, week: Week) {
        let hasEntities = definitions.fields.contains { $0.kind.entityKind != nil && fields[$0.id] != nil }
        self.init(
            id: id, level: level, fields: fields, definitions: definitions,
            entities: hasEntities ? EntityIndex(week) : EntityIndex())
    }

    /// The same with an index that was made once for all models of the week.
    init(id: String, level: Level, fields: JSONValue, definitions: FieldDefinitions, entities: EntityIndex) {
        self.init(id: id, level: level)
        for field in definitions.fields {
            values[field.id] =
                if let kind = field.kind.entityKind {
                    Self.entityRows(fields[field.id], field, entities[kind])
                } else if field.kind == .rows {
                    Self.rows(fields[field.id], noneBecause: fields[Self.noneBecauseMember(field.id)], field)
                } else {
                    FieldCoding.value(fields[field.id], field)
                }
        }
    }

    /// A model as the week's document has it, before anything was written in its own document.
    package init(_ model: Week.Model, definitions: FieldDefinitions, week: Week) {
        self.init(id: model.id, level: model.level, fields: model.fields, definitions: definitions, week: week)
    }

    /// Rows of an array, or the answer "none, because …" that may stand instead of it.
    private static func rows(_ json: JSONValue?, noneBecause: JSONValue?, _ field: FieldDefinition) -> FieldValue? {
        let objects = json?.array ?? []
        let text = json?.string ?? noneBecause?.string ?? ""
        guard !objects.isEmpty || !text.isEmpty else { return nil }
        let orders = FractionalIndex.sequence(objects.count)
        let rows = zip(objects.indices, orders).map { index, order in
            Row(id: Row.importedID(index), order: order, cells: FieldCoding.cells(objects[index], field.columns))
        }
        return .rows(rows, noneBecause: text)
    }

    /// Rows of things that the week lists; an id that it does not list gives a row without cells.
    private static func entityRows(
        _ json: JSONValue?, _ field: FieldDefinition, _ entities: [String: JSONValue]
    ) -> FieldValue? {
        let ids = FieldCoding.unique(json?.strings ?? [])
        guard !ids.isEmpty else { return nil }
        let rows = zip(ids, FractionalIndex.sequence(ids.count)).map { id, order in
            Row(id: id, order: order, cells: FieldCoding.cells(entities[id] ?? .null, field.columns))
        }
        return .rows(rows, noneBecause: "")
    }

    /// The fields as the interchange format writes them.
    /// - Parameters:
    ///   - source: what the model came with; what hasn't changed is written as it was, and members this program
    ///     doesn't know are kept.
    ///   - isKnown: whether the week has a thing. What doesn't exist isn't referred to, so that the result can be
    ///     imported again.
    package func fieldsJSON(
        _ definitions: FieldDefinitions, over source: JSONValue = [:], week: Week,
        isKnown: @escaping (EntityKind, String) -> Bool = { _, _ in true }
    ) -> JSONValue {
        let original = CollaborationModel(id: id, level: level, fields: source, definitions: definitions, week: week)
        return fieldsJSON(definitions, over: source, saying: original, FieldsWriter(isKnown: isKnown))
    }

    /// - Parameter original: what the source says.
    func fieldsJSON(
        _ definitions: FieldDefinitions, over source: JSONValue, saying original: CollaborationModel,
        _ writer: FieldsWriter
    ) -> JSONValue {
        var fields = source.object ?? [:]
        for field in definitions.fields where values[field.id] != original.values[field.id] {
            writer.write(values[field.id], of: field, over: source[field.id], into: &fields)
        }
        return .object(fields)
    }
}

/// A week's trial actions, signs and milestones as they stand in its document, by id.
struct EntityIndex {
    private var objects: [EntityKind: [String: JSONValue]] = [:]

    /// The kinds that are rows in models, with the member of the week that lists them.
    static let members: [(kind: EntityKind, member: String)] = [
        (.trialAction, "trialActions"), (.sign, "signs"), (.milestone, "milestones"),
    ]

    /// Of a week that has none.
    init() {}

    /// - Parameter week: of two things with one id, the first counts, as everywhere.
    init(_ week: Week) {
        for (kind, member) in Self.members {
            let pairs = week.source.elements(member).compactMap { json in json["id"]?.string.map { ($0, json) } }
            objects[kind] = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Empty for a kind that has no list of its own.
    subscript(kind: EntityKind) -> [String: JSONValue] {
        objects[kind] ?? [:]
    }
}

/// Values as the interchange format writes them, and back. Reading takes what it can use and passes over the rest:
/// documents were checked when they came in, and what clients write is read elsewhere.
enum FieldCoding {
    /// Every cell has a form, so nothing that people wrote can be dropped by an export.
    static func json(_ cell: CellValue) -> JSONValue {
        switch cell {
        case .text(let text), .choice(let text), .reference(let text): .string(text)
        case .date(let date): .string(date.iso)
        case .bool(let bool): .bool(bool)
        case .references(let ids): .strings(ids)
        case .unitFunction(let value): json(value)
        }
    }

    static func json(_ value: Week.UnitFunction) -> JSONValue {
        .object(ofPresent: [
            "unitId": value.unitId.map(JSONValue.string), "function": value.function.map(JSONValue.string),
        ])
    }

    /// A value that isn't rows. Rows are written by ``FieldsWriter``, which knows where they came from.
    static func json(_ value: FieldValue) -> JSONValue? {
        func string(_ date: CalendarDate?) -> JSONValue? { date.map { .string($0.iso) } }
        return switch value {
        case .text(let text), .reference(let text): .string(text)
        case .references(let ids): .strings(ids)
        case .textWithDate(let text, let date):
            .object(ofPresent: ["text": text.isEmpty ? nil : .string(text), "date": string(date)])
        case .dateRange(let start, let end): .object(ofPresent: ["start": string(start), "end": string(end)])
        case .unitFunction(let value): json(value)
        case .rows: nil
        }
    }

    /// nil for what is empty or of another type: both are no value.
    static func cell(_ json: JSONValue?, _ kind: ColumnKind) -> CellValue? {
        guard let json else { return nil }
        switch kind {
        case .text, .longText: return nonEmpty(json.string).map(CellValue.text)
        case .choice: return nonEmpty(json.string).map(CellValue.choice)
        case .date: return json.date.map(CellValue.date)
        case .boolean: return json.bool.map(CellValue.bool)
        case .unit, .externalParty, .goal: return nonEmpty(json.string).map(CellValue.reference)
        case .units, .externalParties, .goals, .signs:
            let ids = unique(json.strings)
            return ids.isEmpty ? nil : .references(ids)
        case .unitFunction:
            let value = Week.UnitFunction(json)
            return value.isEmpty ? nil : .unitFunction(value)
        }
    }

    /// Only the columns that the definition has; other members stay where they are in the source.
    static func cells(_ json: JSONValue, _ columns: [ColumnDefinition]) -> [String: CellValue] {
        var cells: [String: CellValue] = [:]
        for column in columns { cells[column.id] = cell(json[column.id], column.kind) }
        return cells
    }

    /// For a field that isn't rows.
    static func value(_ json: JSONValue?, _ field: FieldDefinition) -> FieldValue? {
        guard let json else { return nil }
        switch field.kind {
        case .text, .longText: return nonEmpty(json.string).map(FieldValue.text)
        case .citizenGroup: return nonEmpty(json.string).map(FieldValue.reference)
        case .goals, .units:
            let ids = unique(json.strings)
            return ids.isEmpty ? nil : .references(ids)
        case .longTextWithDate: return textWithDate(json)
        case .dateRange: return dateRange(json)
        case .unitFunction:
            let value = Week.UnitFunction(json)
            return value.isEmpty ? nil : .unitFunction(value)
        case .rows, .trialActions, .signs, .milestones: return nil
        }
    }

    private static func textWithDate(_ json: JSONValue) -> FieldValue? {
        let text = json["text"]?.string ?? ""
        let date = json["date"]?.date
        return text.isEmpty && date == nil ? nil : .textWithDate(text: text, date: date)
    }

    private static func dateRange(_ json: JSONValue) -> FieldValue? {
        let start = json["start"]?.date
        let end = json["end"]?.date
        return start == nil && end == nil ? nil : .dateRange(start: start, end: end)
    }

    private static func nonEmpty(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The first of each, in order: people choose the same unit twice without meaning it.
    static func unique(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

/// Writes changed fields into an interchange document, over what stood there before.
struct FieldsWriter {
    /// Whether the week has a thing of this kind and id.
    let isKnown: (EntityKind, String) -> Bool

    /// A field that was emptied loses its member; one whose things the week no longer has is written without them.
    func write(
        _ value: FieldValue?, of field: FieldDefinition, over source: JSONValue?, into fields: inout [String: JSONValue]
    ) {
        let alternative = CollaborationModel.noneBecauseMember(field.id)
        if field.alternative != nil { fields[alternative] = nil }
        guard let value else { return fields[field.id] = nil }
        switch value {
        case .rows(let rows, _) where field.kind.entityKind != nil:
            let ids = rows.map(\.id).filter { isKnown(field.kind.entityKind ?? .trialAction, $0) }
            fields[field.id] = ids.isEmpty ? nil : .strings(ids)
        case .rows(let rows, let noneBecause):
            let objects = rows.compactMap { object($0, field.columns, source) }
            if objects.isEmpty {
                fields[field.id] = noneBecause.isEmpty ? nil : .string(noneBecause)
            } else {
                fields[field.id] = .array(objects)
                if !noneBecause.isEmpty { fields[alternative] = .string(noneBecause) }
            }
        case .text, .textWithDate, .dateRange, .reference, .references, .unitFunction:
            fields[field.id] = known(value, field.kind).flatMap(FieldCoding.json)
        }
    }

    /// A row that was brought in finds its members by its id (`Row.importedID`).
    private func object(_ row: Row, _ columns: [ColumnDefinition], _ source: JSONValue?) -> JSONValue? {
        let index = row.id.first == "r" ? Int(row.id.dropFirst()) : nil
        let original = index.flatMap { source?[$0 - 1] }
        if row.cells.isEmpty && original == nil { return nil }
        return overlay(row.cells, columns, on: original ?? [:])
    }

    /// Only cells that say something else than the source are written.
    func overlay(_ cells: [String: CellValue], _ columns: [ColumnDefinition], on source: JSONValue) -> JSONValue {
        let original = FieldCoding.cells(source, columns)
        var members = source.object ?? [:]
        for column in columns where cells[column.id] != original[column.id] {
            members[column.id] = cells[column.id].flatMap { known($0, column.kind) }.map(FieldCoding.json)
        }
        return .object(members)
    }

    /// What may be referred to, so that the document can be imported again; nil where nothing is left.
    private func known(_ cell: CellValue, _ kind: ColumnKind) -> CellValue? {
        guard let target = kind.referenceKind else { return cell }
        switch cell {
        case .reference(let id): return isKnown(target, id) ? cell : nil
        case .references(let ids):
            let ids = ids.filter { isKnown(target, $0) }
            return ids.isEmpty ? nil : .references(ids)
        case .unitFunction(let value):
            let value = known(value)
            return value.isEmpty ? nil : .unitFunction(value)
        case .text, .choice, .date, .bool: return cell
        }
    }

    private func known(_ value: Week.UnitFunction) -> Week.UnitFunction {
        Week.UnitFunction(unitId: value.unitId.flatMap { isKnown(.unit, $0) ? $0 : nil }, function: value.function)
    }

    private func known(_ value: FieldValue, _ kind: FieldKind) -> FieldValue? {
        switch value {
        case .reference(let id): return isKnown(.citizenGroup, id) ? value : nil
        case .references(let ids):
            let ids = ids.filter { isKnown(kind.listedKind ?? .unit, $0) }
            return ids.isEmpty ? nil : .references(ids)
        case .unitFunction(let value):
            let value = known(value)
            return value.isEmpty ? nil : .unitFunction(value)
        case .text, .textWithDate, .dateRange, .rows: return value
        }
    }
}
