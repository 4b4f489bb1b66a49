extension Week {
    /// The citizens that a session is formed by (seed 002, "Udviklingsuge").
    package struct CitizenGroup: Sendable, Hashable {
        package let id: String
        package let name: String
        package let description: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            description = presentText(json["description"]?.string)
        }
    }
}
