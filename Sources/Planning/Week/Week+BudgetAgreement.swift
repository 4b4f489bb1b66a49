extension Week {
    /// The council's budget agreement, whose objectives all must be worked on the following year (seed 002,
    /// "Målsætning").
    package struct BudgetAgreement: Sendable, Hashable {
        package let id: String
        package let title: String
        package let objectiveIds: [String]

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            objectiveIds = json["objectiveIds"]?.strings ?? []
        }
    }
}
