extension Week {
    /// A collaboration model as the document holds it: its fields are still JSON (see ``CollaborationModel``).
    package struct Model: Sendable, Hashable {
        /// The model's members as they came.
        package let source: JSONValue
        package let id: String
        package let sessionId: String?
        package let level: Level
        package let state: String?
        package let confirmations: [Confirmation]

        package init(_ json: JSONValue) {
            source = json
            id = json["id"]?.string ?? ""
            sessionId = json["sessionId"]?.string
            level = json["level"]?.string.flatMap(Level.init) ?? .knowledge
            state = json["state"]?.string
            confirmations = json.elements("confirmations").compactMap(Confirmation.init)
        }

        package var fields: JSONValue { source["fields"] ?? [:] }
    }
}
