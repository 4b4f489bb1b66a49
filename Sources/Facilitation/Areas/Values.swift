/// What one of the municipality's values means for those in this session, in their own words: what ``ValueInterpreted``
/// says; an empty text takes the last away.
package struct ValueInterpretation: Sendable, Hashable, Codable {
    package var valueId: String
    package var text: String

    package init(valueId: String, text: String) {
        self.valueId = valueId
        self.text = text
    }
}

/// Says what a value means here.
package struct InterpretValue: PageCommand {
    package static let kind = "interpretValue"
    package static let roles = Permissions.writing
    let valueId: String
    let text: String
    /// What stood there when it was written, so that nobody's words are replaced unread.
    let before: String

    package func decide(in decision: Decision) throws(Refusal) -> [any Event] {
        try decision.checkText(valueId, "valueId", upTo: SessionLimits.idBytes)
        try decision.checkText(text, "text", upTo: SessionLimits.noteBytes, required: false)
        let interpretations = decision.state.interpretations
        let now = interpretations[valueId] ?? ""
        guard text != now else { return [] }
        guard before == now else { throw Refusal(.interpretationHasChanged) }
        guard interpretations[valueId] != nil || interpretations.count < SessionLimits.values
        else { throw Refusal(.tooManyItems) }
        return [ValueInterpreted(ValueInterpretation(valueId: valueId, text: text))]
    }
}

/// A value means something else here than before.
package struct ValueInterpreted: ToldToAll, Carrier {
    package static let kind = "valueInterpreted"
    package static let isHistory = true
    package static let isTakenWhenFull = false
    package let content: ValueInterpretation

    package init(_ content: ValueInterpretation) {
        self.content = content
    }

    package func apply(to state: inout SessionState, at: Int64) {
        state.interpretations[content.valueId] = content.text.isEmpty ? nil : content.text
        state.hasInterpreted = true
    }
}
