/// Writes changed fields into an interchange document, over what stood there before.
struct FieldsWriter {
    let isKnown: (EntityKind, String) -> Bool

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
        default:
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
        default: return cell
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
        default: return value
        }
    }
}
