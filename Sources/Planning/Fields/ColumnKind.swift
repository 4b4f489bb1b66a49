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
