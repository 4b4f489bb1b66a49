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
        default: nil
        }
    }

    /// What the ids of a reference list refer to.
    var listedKind: EntityKind? {
        switch self {
        case .goals: .goal
        case .units: .unit
        default: nil
        }
    }
}
