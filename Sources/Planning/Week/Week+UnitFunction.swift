extension Week {
    /// A function in a unit: how plans name who does something. Never a person's name.
    package struct UnitFunction: Sendable, Hashable, Codable {
        package var unitId: String?
        package var function: String?

        package init(unitId: String?, function: String?) {
            self.unitId = presentText(unitId)
            self.function = presentText(function)
        }

        init(_ json: JSONValue) {
            self.init(unitId: json["unitId"]?.string, function: json["function"]?.string)
        }

        package var isEmpty: Bool {
            unitId == nil && function == nil
        }
    }
}
