extension Week {
    /// A meeting of those who work with one citizen group.
    package struct Session: Sendable, Hashable {
        /// The session's members as they came.
        package let source: JSONValue
        package let id: String
        package let title: String
        package let date: CalendarDate?
        package let startsAt: ClockTime?
        package let endsAt: ClockTime?
        package let citizenGroupId: String?
        package let facilitatorFunction: String?
        package let phases: [Phase]
        package let participants: [Participant]
        package let modelIds: [String]
        package let parkedItems: [ParkedItem]
        package let levelDecisions: [LevelDecision]
        package let values: [Interpretation]

        package init(_ json: JSONValue) {
            source = json
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            date = json["date"]?.date
            startsAt = json["startsAt"]?.string.flatMap { ClockTime($0) }
            endsAt = json["endsAt"]?.string.flatMap { ClockTime($0) }
            citizenGroupId = json["citizenGroupId"]?.string
            facilitatorFunction = presentText(json["facilitatorFunction"]?.string)
            phases = json.elements("phases").map(Phase.init)
            participants = json.elements("participants").map(Participant.init)
            modelIds = json["modelIds"]?.strings ?? []
            parkedItems = json.elements("parkedItems").map(ParkedItem.init)
            levelDecisions = json.elements("levelDecisions").map(LevelDecision.init)
            values = json.elements("values").map(Interpretation.init)
        }
    }
}
