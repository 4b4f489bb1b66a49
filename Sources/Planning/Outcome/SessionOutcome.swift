package import Foundation

/// A session's outcome: every model that was written there, with the questions beside the answers, the parties that
/// confirmed it, and the parked items.
///
/// As JSON its members are the properties below, keys sorted; dates are `YYYY-MM-DD`, times `HH:MM`, absent values are
/// left out. Everybody is named by function. Texts of people are as they wrote them.
package struct SessionOutcome: Sendable, Hashable, Codable {
    /// The shape of this JSON; a change that breaks readers makes it one larger.
    package static let formatVersion = 1

    package let formatVersion: Int
    /// Where it belongs: the week and its title, whether it is invented, and the notice that an example carries.
    package let weekId: String
    package let weekTitle: String
    package let isExample: Bool
    package let notice: String?
    /// By name; beside it the plan year and the KLE number that files the document.
    package let municipality: String
    package let year: Int?
    package let kle: String?
    /// The session: its own id and title, its day and hours.
    package let sessionId: String
    package let title: String
    package let date: CalendarDate?
    package let startsAt: String?
    package let endsAt: String?
    /// By name; nil where the session was formed without one.
    package let citizenGroup: String?
    package let facilitatorFunction: String?
    /// By party in Danish order.
    package let attendance: [Attendance]
    /// In the session's order.
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

    /// Something that was put aside, and the unit that takes it up.
    package struct ParkedItem: Sendable, Hashable, Codable {
        /// Its own, or its place in the session.
        package let id: String
        package let text: String
        /// The unit's name; nil where nobody has taken it.
        package let owner: String?
        package let due: CalendarDate?
    }
}

extension SessionOutcome {
    /// A collaboration model as it stood.
    package struct Model: Sendable, Hashable, Codable {
        package let id: String
        package let title: String
        package let level: Level
        package let state: AgreementState
        package let contentVersion: String
        package let goals: [GoalPlanDraft.ContributedGoal]
        /// Every field that holds something or is shown at the level, in the form's order.
        package let answers: [Answer]
        /// The labels of what has to be filled in before anybody can confirm.
        package let missing: [LocalizedText]
        package let confirmations: [GoalPlanDraft.Confirmation]
        /// Every day that the model names, by date.
        package let dates: [NamedDate]
    }

    /// A field, what was asked, and what was written.
    package struct Answer: Sendable, Hashable, Codable {
        package let fieldId: String
        package let section: LocalizedText
        package let label: LocalizedText
        package let question: LocalizedText
        /// Written at another level than the model has now; kept, and not part of what was confirmed.
        package let isHiddenAtLevel: Bool
        package let text: LocalizedText?
        package let rows: [[GoalPlanDraft.OtherCell]]

        package var isEmpty: Bool { text == nil && rows.isEmpty }
    }

    /// A day, and what it is for.
    package struct NamedDate: Sendable, Hashable, Codable {
        /// Which it is in the model, whatever is written there: the field, and where it has rows the row and column.
        package let id: String
        package let date: CalendarDate
        /// The field's label, with the column's where a row has several days.
        package let label: LocalizedText
        package let text: String
    }

    /// Gathers a session's outcome from the week and what its models say now. Pure: the same input gives the same
    /// outcome.
    /// - Parameters:
    ///   - models: every model of the week, in the week's order.
    ///   - present: who joined, by party and function; those whom the week's document names are added.
    /// - Returns: nil when the week has no such session.
    package static func make(
        sessionId: String, week: Week, models: [ModelState], definitions: FieldDefinitions,
        present: [(party: Party, function: String)] = []
    ) -> SessionOutcome? {
        WeekReading(week: week, states: models, definitions: definitions).outcome(of: sessionId, present: present)
    }

    /// The outcome as JSON, keys sorted.
    package func jsonData() throws -> Data {
        try CanonicalJSON.encode(self)
    }
}

extension SessionOutcome: SchemaRefining {
    package static var refinedMembers: [String: JSONValue] {
        ["formatVersion": ["type": "integer", "const": .integer(formatVersion)]]
    }
}
