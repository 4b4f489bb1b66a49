/// What a session left behind: every model that was written there, with the questions beside the answers, who stands by
/// it, and what was put aside.
///
/// As JSON its members are the properties below, keys sorted; dates are `YYYY-MM-DD`, times `HH:MM`, absent values are
/// left out. Everybody is named by function. Texts of people are as they wrote them.
package struct SessionOutcome: Sendable, Hashable, Codable {
    /// The shape of this JSON; a change that breaks readers makes it one larger.
    package static let formatVersion = 1

    package let formatVersion: Int
    package let weekId: String
    package let weekTitle: String
    package let isExample: Bool
    package let notice: String?
    package let municipality: String
    package let year: Int?
    package let kle: String?
    package let sessionId: String
    package let title: String
    package let date: CalendarDate?
    package let startsAt: String?
    package let endsAt: String?
    package let citizenGroup: String?
    package let facilitatorFunction: String?
    package let attendance: [Attendance]
    package let models: [Model]
    package let parkedItems: [ParkedItem]
    /// What the values mean here; absent where the session said nothing of them.
    package let values: [Value]?

    /// The functions that a party was there with.
    package struct Attendance: Sendable, Hashable, Codable {
        package let party: GoalPlanDraft.Participant
        package let functions: [String]
    }

    /// One of the values by its name, and what it means in the session's words.
    package struct Value: Sendable, Hashable, Codable {
        package let id: String
        package let label: LocalizedText
        package let text: String
    }

    /// Something that was put aside, and who takes it up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        /// Its own, or its place in the session.
        package let id: String
        package let text: String
        package let owner: String?
        package let due: CalendarDate?
    }
}
