extension Week {
    package struct Municipality: Sendable, Hashable {
        package let id: String?
        package let name: String

        init(_ json: JSONValue) {
            id = json["id"]?.string
            name = json["name"]?.string ?? ""
        }
    }
}
