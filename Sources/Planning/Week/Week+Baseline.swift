extension Week {
    /// How things stood before anything was done, if that has to be known (seed 004, "0-punktsmåling").
    package struct Baseline: Sendable, Hashable, Codable {
        package let needed: Bool
        package let value: String?
        package let measuredOn: CalendarDate?
        package let source: String?

        init(_ json: JSONValue) {
            needed = json["needed"]?.bool ?? false
            value = presentText(json["value"]?.string)
            measuredOn = json["measuredOn"]?.date
            source = presentText(json["source"]?.string)
        }
    }
}
