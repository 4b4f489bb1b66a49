extension Week {
    /// Somebody who was at a session, as the document names them.
    package struct Participant: Sendable, Hashable {
        package let id: String
        package let displayName: String?
        package let unitId: String?
        package let externalId: String?
        package let function: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            displayName = presentText(json["displayName"]?.string)
            unitId = json["unitId"]?.string
            externalId = json["externalId"]?.string
            function = presentText(json["function"]?.string)
        }
    }
}
