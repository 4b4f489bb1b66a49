/// Whether what was confirmed is still what the model says.
package enum ConfirmationState: String, Sendable, Hashable, Codable {
    case current
    /// "Bekræftet før ændring": the content has changed since.
    case beforeChange
}
