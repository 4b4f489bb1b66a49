extension Week {
    /// Somebody outside the municipality who takes part: citizens, an association, a company.
    package struct ExternalParty: Sendable, Hashable {
        package let id: String
        package let name: String
        package let kind: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            kind = presentText(json["kind"]?.string)
        }
    }
}
