extension Week {
    /// Something a session put aside for a unit to take up.
    package struct ParkedItem: Sendable, Hashable {
        /// Absent in documents that give them none.
        package let id: String?
        package let text: String
        package let ownerUnitId: String?
        package let due: CalendarDate?

        init(_ json: JSONValue) {
            id = json["id"]?.string
            text = json["text"]?.string ?? ""
            ownerUnitId = json["ownerUnitId"]?.string
            due = json["due"]?.date
        }
    }
}
