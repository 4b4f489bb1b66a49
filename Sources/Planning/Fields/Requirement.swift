/// What a level asks of a field. A requirement holds when a unit confirms, never when somebody writes.
package enum Requirement: String, Sendable, Hashable, Codable {
    case required = "R"
    case optional = "O"
    /// Required once some knowledge that is shared holds personal data.
    case requiredWithPersonalData = "O*"
    /// Not shown at this level. What was written is kept.
    case hidden = "-"
}
