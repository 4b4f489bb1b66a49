/// What one of the municipality's values means for those in this session, in their own words. Payload of
/// `valueInterpreted`; an empty text takes the last away.
package struct ValueInterpretation: Sendable, Hashable, Codable {
    package var valueId: String
    package var text: String

    package init(valueId: String, text: String) {
        self.valueId = valueId
        self.text = text
    }
}

/// Payload of `interpretValue`.
package struct ValueInterpreting: Sendable, Hashable, Codable {
    package var valueId: String
    package var text: String
    /// What stood there when it was written, so that nobody's words are replaced unread.
    package var before: String

    package init(valueId: String, text: String, before: String) {
        self.valueId = valueId
        self.text = text
        self.before = before
    }
}
