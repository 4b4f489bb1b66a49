extension Week {
    package struct Municipality: Sendable, Hashable {
        package let id: String?
        package let name: String
        /// The KLE number of plans whose unit names none.
        package let kle: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string
            name = json["name"]?.string ?? ""
            kle = presentText(json["kle"]?.string)
        }
    }
}
