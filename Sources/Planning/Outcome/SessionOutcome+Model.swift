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
}
