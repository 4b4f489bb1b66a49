extension GoalPlanDraft {
    /// The unit whose plan this becomes.
    package struct UnitInformation: Sendable, Hashable, Codable {
        package let id: String
        package let name: String
        package let department: String?
        package let leaderFunction: String?
        /// The unit's own KLE number, or else the municipality's.
        package let kle: String?
    }
}
