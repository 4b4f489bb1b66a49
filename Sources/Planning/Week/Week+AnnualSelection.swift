extension Week {
    /// Which objectives the council selected for the year (seed 002, "Årshjul").
    package struct AnnualSelection: Sendable, Hashable {
        package let year: Int?
        package let decidedBy: String?
        package let decidedOn: CalendarDate?
        package let selectedObjectiveIds: [String]
        package let mandatoryObjectiveIds: [String]
        package let dialogueWith: [String]

        init(_ json: JSONValue) {
            year = json["year"]?.int
            decidedBy = presentText(json["decidedBy"]?.string)
            decidedOn = json["decidedOn"]?.date
            selectedObjectiveIds = json["selectedObjectiveIds"]?.strings ?? []
            mandatoryObjectiveIds = json["mandatoryObjectiveIds"]?.strings ?? []
            dialogueWith = json["dialogueWith"]?.strings ?? []
        }
    }
}
