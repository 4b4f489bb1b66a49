extension Week {
    /// A change in the target group that one can look for (seed 002, "Tegn").
    package struct Sign: Sendable, Hashable {
        package let id: String
        package let goalId: String?
        package let kind: String?
        package let text: String
        package let dataSource: String?
        package let baseline: String?
        package let target: String?
        package let frequency: String?
        package let collectedBy: UnitFunction?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            goalId = json["goalId"]?.string
            kind = presentText(json["kind"]?.string)
            text = json["text"]?.string ?? ""
            dataSource = presentText(json["dataSource"]?.string)
            baseline = presentText(json["baseline"]?.string)
            target = presentText(json["target"]?.string)
            frequency = presentText(json["frequency"]?.string)
            collectedBy = json["collectedBy"].map(UnitFunction.init).flatMap { $0.isEmpty ? nil : $0 }
        }
    }
}
