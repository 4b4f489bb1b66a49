/// What the development week gives a unit's goal plan: everything that was agreed and concerns the unit, said the way
/// the plan says it, and what is still missing. It stays a draft until the unit's leader has taken a stand on it.
///
/// As JSON its members are the properties below, keys sorted; dates are `YYYY-MM-DD`, absent values are left out.
/// Everybody is named by function. Texts of people are as they wrote them; words of the product come in both languages.
package struct GoalPlanDraft: Sendable, Hashable, Codable {
    /// The shape of this JSON; a change that breaks readers makes it one larger.
    package static let formatVersion = 1
    /// The arrangement of the plan; plans made from an older one can be told apart.
    package static let templateVersion = 1

    package let formatVersion: Int
    package let templateVersion: Int
    /// Counts the drafts made for the unit in this week, from 1.
    package private(set) var version: Int
    package internal(set) var profile: Profile
    package let weekId: String
    package let weekTitle: String
    package let isExample: Bool
    package let notice: String?
    package let unit: UnitInformation
    package let year: Int?
    package let sources: [Source]
    package let vision: String?
    package let scenarios: [Scenario]
    package let objectives: [Objective]
    /// Objectives of other units' goals that the unit helps with through a collaboration.
    package let contributedObjectives: [Objective]
    package let goals: [Goal]
    package let contributions: Contributions
    package let collaborations: [Collaboration]
    package let tasks: [Task]
    package let timeline: [TimelineEntry]
    package let resources: [Resource]
    package let parkedItems: [ParkedItem]
    /// What the unit's agreements say that the five values mean here (seed 003); absent where none does.
    package let values: [ValueReflection]?
    package let gaps: [Gap]
    package let approval: [Approval]
    package let origins: [Origin]

    /// The same draft under a number.
    package func numbered(_ version: Int) -> GoalPlanDraft {
        var draft = self
        draft.version = version
        return draft
    }
}
