extension Week {
    /// The guiding statement for all tasks (seed 002, "Vision").
    package struct Vision: Sendable, Hashable {
        package let id: String?
        package let title: String

        init(_ json: JSONValue) {
            id = json["id"]?.string
            title = json["title"]?.string ?? ""
        }
    }
}
