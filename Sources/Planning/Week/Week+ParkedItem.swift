extension Week {
    /// Something a session put aside for a unit to take up.
    package struct ParkedItem: Sendable, Hashable {
        package let text: String
        package let ownerUnitId: String?
        package let due: CalendarDate?

        init(_ json: JSONValue) {
            text = json["text"]?.string ?? ""
            ownerUnitId = json["ownerUnitId"]?.string
            due = json["due"]?.date
        }
    }
}
