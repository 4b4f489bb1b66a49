/// Why a message was refused. Every refusal is counted under one of these.
package enum DropReason: String, Sendable, CaseIterable {
    /// The connection may only read.
    case readOnly
    /// The model is locked.
    case locked
    /// The database does not take writes at the moment.
    case storageFailing
    /// The bytes were no message or no valid update.
    case malformed
    /// Larger than the limit for its kind.
    case tooLarge
    /// Sent more often than the limit allows.
    case tooOften
    /// Awareness in the name of somebody else.
    case foreignClient
}
