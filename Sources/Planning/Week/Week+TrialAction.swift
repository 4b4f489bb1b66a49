extension Week {
    /// A prepared action whose outcome nobody knows yet (seed 002, "Prøvehandling").
    package struct TrialAction: Sendable, Hashable {
        package let id: String
        package let title: String
        package let goalIds: [String]
        package let scope: String?
        package let ownerUnitId: String?
        package let withUnitIds: [String]
        package let withExternalIds: [String]
        package let question: String?
        package let hypothesis: String?
        package let preparation: String?
        package let scale: String?
        package let start: CalendarDate?
        package let end: CalendarDate?
        package let signIds: [String]
        package let status: String?
        package let evaluation: String?
        package let decision: String?

        init(_ json: JSONValue) {
            id = json["id"]?.string ?? ""
            title = json["title"]?.string ?? ""
            goalIds = json["goalIds"]?.strings ?? []
            scope = presentText(json["scope"]?.string)
            ownerUnitId = json["ownerUnitId"]?.string
            withUnitIds = json["withUnitIds"]?.strings ?? []
            withExternalIds = json["withExternalIds"]?.strings ?? []
            question = presentText(json["question"]?.string)
            hypothesis = presentText(json["hypothesis"]?.string)
            preparation = presentText(json["preparation"]?.string)
            scale = presentText(json["scale"]?.string)
            start = json["start"]?.date
            end = json["end"]?.date
            signIds = json["signIds"]?.strings ?? []
            status = presentText(json["status"]?.string)
            evaluation = presentText(json["evaluation"]?.string)
            decision = presentText(json["decision"]?.string)
        }

        /// The units that take part: its owner first.
        package var unitIds: [String] {
            [ownerUnitId].compactMap(\.self) + withUnitIds.filter { $0 != ownerUnitId }
        }
    }
}
