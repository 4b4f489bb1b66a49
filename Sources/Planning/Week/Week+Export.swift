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
}
