extension GoalPlanDraft {
    /// Who does something: a function and the unit it is in.
    package struct FunctionInUnit: Sendable, Hashable, Codable {
        package let unitId: String?
        package let unitName: String?
        package let function: String?

        /// "Koordinator, Familie og Rådgivning".
        package var text: String {
            [function, unitName].compactMap(\.self).joined(separator: ", ")
        }
    }
}
