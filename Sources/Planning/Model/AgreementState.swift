/// How far the parties of a model have come in agreeing.
package enum AgreementState: String, Sendable, Hashable, Codable {
    /// A unit that is a party has not confirmed.
    case draft
    /// Every unit stands by what the model says now.
    case confirmed
    /// Every unit has confirmed, at least one of them before the last change.
    case confirmedBeforeChange
}
