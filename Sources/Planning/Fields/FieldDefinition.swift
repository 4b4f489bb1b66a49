/// One of the fields a collaboration model is made of.
package struct FieldDefinition: Sendable, Hashable {
    /// Also the name of the field's root type in the document.
    package let id: String
    package let kind: FieldKind
    /// The id of the section it stands in.
    package let section: String
    package let label: LocalizedText
    /// What a participant is asked.
    package let question: LocalizedText
    package let requirements: [Level: Requirement]
    /// Empty unless the field has rows.
    package let columns: [ColumnDefinition]
    /// For rows that may instead be answered with "none, because …": the words for that.
    package let alternative: LocalizedText?

    /// Hidden where the definitions don't name the level.
    package func requirement(at level: Level) -> Requirement {
        requirements[level] ?? .hidden
    }

    /// nil for a column that the field lacks: cells of such a column are kept and not shown.
    package func column(_ id: String) -> ColumnDefinition? {
        columns.first { $0.id == id }
    }
}

/// What a field of a collaboration model holds. The raw value is the word in the field definitions.
package enum FieldKind: String, Sendable, Hashable, Codable, CaseIterable {
    case text
    case longText
    case dateRange
    case longTextWithDate = "longText+date"
    case citizenGroup = "ref:citizenGroup"
    case goals = "ref:goal[]"
    case units = "ref:unit[]"
    case unitFunction = "ref:unit+function"
    case rows
    case trialActions = "ref:trialAction[]"
    case signs = "ref:sign[]"
    case milestones = "ref:milestone[]"

    /// Whether the field holds rows with columns.
    package var hasRows: Bool {
        self == .rows || entityKind != nil
    }

    /// For fields whose rows are things of their own in the week (their row id is the thing's id): which.
    package var entityKind: EntityKind? {
        switch self {
        case .trialActions: .trialAction
        case .signs: .sign
        case .milestones: .milestone
        case .text, .longText, .dateRange, .longTextWithDate, .citizenGroup, .goals, .units, .unitFunction, .rows: nil
        }
    }

    /// What the ids of a reference list refer to.
    var listedKind: EntityKind? {
        switch self {
        case .goals: .goal
        case .units: .unit
        case .text, .longText, .dateRange, .longTextWithDate, .citizenGroup, .unitFunction: nil
        case .rows, .trialActions, .signs, .milestones: nil
        }
    }
}

/// What a level asks of a field. A requirement holds when a unit confirms, never when somebody writes.
package enum Requirement: String, Sendable, Hashable, Codable {
    case required = "R"
    case optional = "O"
    /// Required once some knowledge that is shared holds personal data.
    case requiredWithPersonalData = "O*"
    /// Not shown at this level. What was written is kept.
    case hidden = "-"
}

/// A column of a field with rows.
package struct ColumnDefinition: Sendable, Hashable {
    /// The member's name in the interchange format, and the key in the row's map in the document.
    package let id: String
    package let kind: ColumnKind
    package let label: LocalizedText
    /// Empty unless the kind is `choice`.
    package let choices: [ColumnChoice]

    /// The words for a choice's value; the value itself when no choice has it.
    package func label(ofChoice value: String) -> LocalizedText {
        choices.first { $0.value == value }?.label ?? LocalizedText(da: value, en: value)
    }
}

/// What a cell of a row holds. The raw value is the word in the field definitions.
package enum ColumnKind: String, Sendable, Hashable, Codable, CaseIterable {
    case text, longText, date, boolean
    /// One of the column's choices. A value outside them (a newer template's, say) is kept.
    case choice
    case unit, externalParty, goal
    case units, externalParties, goals, signs
    /// A unit and one of its functions: never a person.
    case unitFunction

    /// What a cell's ids refer to; nil for columns that hold no id.
    var referenceKind: EntityKind? {
        switch self {
        case .text, .longText, .date, .boolean, .choice: nil
        case .unit, .units, .unitFunction: .unit
        case .externalParty, .externalParties: .externalParty
        case .goal, .goals: .goal
        case .signs: .sign
        }
    }
}

/// One of the values a choice column offers.
package struct ColumnChoice: Sendable, Hashable {
    package let value: String
    package let label: LocalizedText
    /// The levels that offer it; empty means all.
    package let levels: Set<Level>
}
