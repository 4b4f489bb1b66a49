extension Week {
    /// A four-year policy: a future scenario and objectives (seed 002, "Politik").
    package struct Policy: Sendable, Hashable {
        package let id: String
        package let title: String
        package let futureScenario: String?
        package let validFrom: CalendarDate?
        package let validTo: CalendarDate?
        package let visionId: String?
        package let objectiveIds: [String]

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            futureScenario = presentText(json["futureScenario"]?.string)
            validFrom = json["validFrom"]?.date
            validTo = json["validTo"]?.date
            visionId = presentText(json["visionId"]?.string)
            objectiveIds = json["objectiveIds"]?.strings ?? []
        }
    }
}
