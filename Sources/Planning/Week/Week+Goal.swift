extension Week {
    /// A unit's measurable and/or noticeable, time-bound goal (seed 002, "Mål").
    package struct Goal: Sendable, Hashable {
        package let id: String
        package let unitId: String
        package let text: String
        package let objectiveIds: [String]
        package let citizenGroupId: String?
        package let isMeasurable: Bool
        package let isNoticeable: Bool
        package let currentSituation: String?
        package let desiredSituation: String?
        package let deadline: CalendarDate?
        package let baseline: Baseline?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            unitId = json["unitId"]?.string ?? ""
            text = json["text"]?.string ?? ""
            objectiveIds = json["objectiveIds"]?.strings ?? []
            citizenGroupId = json["citizenGroupId"]?.string
            isMeasurable = json["measurable"]?.bool ?? false
            isNoticeable = json["noticeable"]?.bool ?? false
            currentSituation = presentText(json["currentSituation"]?.string)
            desiredSituation = presentText(json["desiredSituation"]?.string)
            deadline = json["deadline"]?.date
            baseline = json["baseline"].flatMap { $0.object == nil ? nil : Baseline($0) }
        }
    }
}
