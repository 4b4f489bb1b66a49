extension Week {
    /// A municipal direction, from a policy or a budget agreement (seed 002, "Målsætning").
    package struct Objective: Sendable, Hashable {
        package enum SourceKind: String, Sendable, Hashable, Codable {
            case policy, budgetAgreement
        }

        package let id: String
        package let text: String
        package let sourceKind: SourceKind?
        /// The id of the policy or budget agreement.
        package let sourceId: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            text = json["text"]?.string ?? ""
            sourceKind = json["source"]?["kind"]?.string.flatMap(SourceKind.init)
            sourceId = json["source"]?["id"]?.string
        }
    }
}
