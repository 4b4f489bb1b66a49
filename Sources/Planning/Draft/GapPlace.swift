/// Where a gap is: enough to link to it. Absent ids don't concern it.
package struct GapPlace: Sendable, Hashable, Codable {
    /// A JSON path in the week's interchange document.
    package let path: String
    package var unitIds: [String]?
    package var objectiveId: String?
    package var goalId: String?
    package var trialActionId: String?
    package var signId: String?
    package var milestoneId: String?
    package var modelId: String?
    package var fieldId: String?

    init(_ path: JSONPath) {
        self.path = path.description
    }
}
