extension Week {
    /// What one of the values means in a session, in its own words.
    package struct Interpretation: Sendable, Hashable {
        package let valueId: String
        package let text: String

        init(_ json: JSONValue) {
            valueId = json["valueId"]?.string ?? ""
            text = json["text"]?.string ?? ""
        }
    }
}
