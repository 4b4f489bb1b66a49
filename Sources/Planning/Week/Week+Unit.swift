extension Week {
    /// A workplace that owns a goal plan: a school, a job centre, health visitors.
    package struct Unit: Sendable, Hashable {
        package let id: String
        package let name: String
        package let department: String?
        /// The function of the unit's leader, never a name. A confirmation by this function is the leader's.
        package let leaderFunction: String?
        /// The subject its plans are filed under: a number of KLE, the municipalities' common classification
        /// (kle-online.dk).
        package let kle: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            name = json["name"]?.string ?? ""
            department = presentText(json["department"]?.string)
            leaderFunction = presentText(json["leaderFunction"]?.string)
            kle = presentText(json["kle"]?.string)
        }
    }
}
