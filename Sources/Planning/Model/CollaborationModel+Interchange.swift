extension CollaborationModel {
    /// Where "none, because …" stands when there are rows too; alone, it stands instead of the rows.
    static func noneBecauseMember(_ field: String) -> String {
        field + "NoneBecause"
    }

    /// Reads a model's fields from an interchange document. Trial actions, signs and milestones stand at the week's
    /// top level there; here they are rows of the model.
    package init(id: String, level: Level, fields: JSONValue, definitions: FieldDefinitions, week: Week) {
        self.init(id: id, level: level, fields: fields, definitions: definitions, entities: EntityIndex(week))
    }

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

    package init(_ model: Week.Model, definitions: FieldDefinitions, week: Week) {
        self.init(id: model.id, level: model.level, fields: model.fields, definitions: definitions, week: week)
    }

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
