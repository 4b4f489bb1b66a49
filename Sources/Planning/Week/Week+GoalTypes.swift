extension Week {
    /// What kind of goal a goal is in the systems of seeds 001 and 004.
    package struct GoalTypes: Sendable, Hashable, Codable {
        /// `political`, `professional`, `own` or `corporate` (001), and `strategic` or `operational` for political ones.
        package let agreement: String?
        package let subtype: String?
        /// `political`, `administrative` or `local` (004).
        package let dialogue: String?
    }

    /// From the member `governanceMapping`; nil where it says nothing of the goal.
    package func goalTypes(of goalId: String) -> GoalTypes? {
        func entry(_ system: String) -> JSONValue? {
            source["governanceMapping"]?.elements(system).first { $0["goalId"]?.string == goalId }
        }
        let (agreement, dialogue) = (entry("agreement"), entry("dialogueAgreement"))
        guard agreement != nil || dialogue != nil else { return nil }
        return GoalTypes(
            agreement: agreement?["goalType"]?.string, subtype: agreement?["subtype"]?.string,
            dialogue: dialogue?["goalType"]?.string)
    }
}
