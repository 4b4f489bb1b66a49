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
    /// The model holds as much as it may.
    case modelFull
    /// The session's models together hold as much as they may; the week's.
    case sessionFull
    case weekFull
    /// More client ids that the model does not know than it takes, or than this person may bring.
    case tooManyClients
    /// There are so many people in the model that one more is not shown.
    case presenceFull
}
