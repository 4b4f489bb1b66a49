extension [ModelState] {
    /// The trial actions, signs and milestones whose words are written in one of the models. One that is only referred
    /// to isn't.
    package func writtenEntities(_ definitions: FieldDefinitions) -> [EntityKind: Set<String>] {
        var written: [EntityKind: Set<String>] = [:]
        for field in definitions.fields {
            guard let kind = field.kind.entityKind else { continue }
            let rows = flatMap { $0.model.rows(field.id) }.filter { !$0.cells.isEmpty }
            written[kind, default: []].formUnion(rows.map(\.id))
        }
        return written
    }
}
