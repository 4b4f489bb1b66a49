extension Week {
    /// The week as an interchange document, with what was edited written over what it came with. A week nobody has
    /// touched gives back exactly the document that was brought in.
    /// - Parameter states: the models as they stand now. Models that the week's document doesn't have yet are added.
    package func interchange(models states: [ModelState], definitions: FieldDefinitions) -> JSONValue {
        InterchangeExport(week: self, states: states, definitions: definitions).document()
    }

    /// The same week with what was edited in its models.
    package func applying(_ states: [ModelState], definitions: FieldDefinitions) -> Week {
        Week(stored: interchange(models: states, definitions: definitions))
    }

    /// The week as somebody sees it who is in some of its sessions: with what the models of those say now, and without
    /// what the other models alone hold. What the week itself is made from is for everybody.
    package func applying(
        _ states: [ModelState], hiding others: [ModelState], definitions: FieldDefinitions
    ) -> Week {
        var document = interchange(models: states, definitions: definitions)
        for (kind, member) in EntityIndex.members {
            let fields = definitions.fields.filter { $0.kind.entityKind == kind }.map(\.id)
            func rows(_ states: [ModelState]) -> Set<String> {
                Set(states.flatMap { state in fields.flatMap { state.model.rows($0).map(\.id) } })
            }
            let hidden = rows(others).subtracting(rows(states))
            guard !hidden.isEmpty, let entities = document[member]?.array else { continue }
            document[member] = .array(entities.filter { !hidden.contains($0["id"]?.string ?? "") })
        }
        let models = Set(others.map(\.model.id))
        if let said = document["valuesReflection"]?.array {
            document["valuesReflection"] = .array(said.filter { !models.contains($0["modelId"]?.string ?? "") })
        }
        return Week(stored: document)
    }
}
