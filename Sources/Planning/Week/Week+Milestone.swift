extension Week {
    /// Something that is reached by a date and documents the work underway (seed 002, "Målplan").
    package struct Milestone: Sendable, Hashable {
        package let id: String
        package let goalId: String?
        package let text: String
        package let due: CalendarDate?
        package let responsible: UnitFunction?
        package let evidence: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            goalId = json["goalId"]?.string
            text = json["text"]?.string ?? ""
            due = json["due"]?.date
            responsible = json["responsible"].map(UnitFunction.init).flatMap { $0.isEmpty ? nil : $0 }
            evidence = presentText(json["evidence"]?.string)
        }
    }
}
